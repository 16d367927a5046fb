package io.counterfoil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.NotAnAmount;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Books in currencies whose minor unit is no hundredth. Source: docs.stripe.com/currencies and ISO 4217 (read 2026). */
class CurrenciesTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final String ZERO = "BIF CLP DJF GNF JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private static final String THREE = "BHD JOD KWD OMR TND";

    private final LedgerUnderTest ledger = new LedgerUnderTest();

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @Test
    void cu_01_without_decimals_a_year_is_earned_in_whole_units_and_to_the_last_one() {
        assertThat(ZERO.split(" ")).allMatch(currency -> Money.decimals(currency) == 0);
        billed("JPY", "1000", "1000.00");
        billed("VND", "1000", "1000.00");
        ledger.moveTo("2026-04-01T00:00:00Z");

        for (String currency : List.of("JPY", "VND")) {
            assertThat(recognised(currency)).as(currency).isEqualTo("344 312 344");
        }
    }

    @Test
    void cu_02_with_three_decimals_a_quarter_is_earned_to_the_thousandth() {
        assertThat(THREE.split(" ")).allMatch(currency -> Money.decimals(currency) == 3);
        billed("KWD", "1000.001", "1000.00");
        billed("BHD", "1000.001", "1000.00");
        ledger.moveTo("2026-04-01T00:00:00Z");

        for (String currency : List.of("KWD", "BHD")) {
            assertThat(recognised(currency)).as(currency).isEqualTo("344.445 311.111 344.445");
        }
    }

    /** What card networks want (a last digit of 0) is the gateway adapter's rule: the books keep what was billed. */
    @Test
    void cu_03_and_cu_04_the_books_round_nothing_to_what_a_gateway_can_take() {
        billed("KWD", "5.124", "5.12");
        billed("HUF", "100.50", "100.505");
        billed("ISK", "101", "101.00");

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(total("KWD")).isEqualTo("5.124");
        assertThat(total("HUF")).isEqualTo("100.50");
        assertThat(total("ISK")).isEqualTo("101");
    }

    /** ISO 4217 lists two decimals, though one unit is five smaller ones. */
    @Test
    void cu_05_unconfirmed_fifths_are_booked_with_the_two_decimals_of_iso_4217() {
        billed("MGA", "10.20", "10");
        billed("MRU", "10.20", "10");

        assertThat(total("MGA")).isEqualTo("10.20");
        assertThat(total("MRU")).isEqualTo("10.20");
    }

    private void billed(String currency, String amount, String wrong) {
        String entity = "E" + currency;
        ledger.withEntity(entity, currency);
        ledger.take(new BillingFacts(entity, currency)
                .invoice(JAN_1)
                .overTime(amount, "2026-01-01", "2026-04-01")
                .issued());
        Assertions.assertThatThrownBy(() -> Money.of(wrong, currency)).isInstanceOf(NotAnAmount.class);
    }

    private String recognised(String currency) {
        return String.join(" ", month(currency, 1), month(currency, 2), month(currency, 3));
    }

    private String month(String currency, int month) {
        return amount(currency, "Subscription revenue", "2026-0" + month);
    }

    private String total(String currency) {
        return amount(currency, "Accounts receivable", null);
    }

    private String amount(String currency, String account, String month) {
        return ledger.database()
                .query(
                        """
                        select p.currency, sum(case p.side when a.normal_side then p.amount_minor else -p.amount_minor end)::bigint as minor
                        from posting p join journal_entry e on e.id = p.entry_id join account a on a.id = p.account_id
                        where a.name = ? and p.currency = ? and (?::text is null or to_char(e.posting_date, 'YYYY-MM') = ?) group by 1
                        """,
                        account,
                        currency,
                        month,
                        month)
                .one(row -> row.money("minor", "currency").amount())
                .orElse("nothing");
    }
}
