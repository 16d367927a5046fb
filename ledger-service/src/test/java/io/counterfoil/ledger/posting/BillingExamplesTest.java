package io.counterfoil.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of billing's golden examples that moves money goes in; what its contract says of the ledger comes out. */
class BillingExamplesTest {

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T09:00:01Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "creditmemo-issued      | invoice-issued                     | Credit notes 500.00, Tax payable -41.25, Accounts receivable -541.25",
                "creditmemo-applied     | invoice-issued                     | ",
                "creditmemo-voided      | invoice-issued creditmemo-issued   | Credit notes -500.00, Tax payable 41.25, Accounts receivable 541.25",
                "credit-granted         |                                    | Goodwill 100.00, Customer credit 100.00",
                "credit-applied         | invoice-issued credit-granted      | Customer credit -100.00, Accounts receivable -100.00",
                "credit-expired         | credit-granted                     | Customer credit -40.00, Goodwill -40.00",
                "payment-unapplied      | invoice-issued payment-settled     | Accounts receivable 1840.25, Unapplied cash 1840.25",
                "payment-returned       | invoice-issued payment-settled     | Accounts receivable 1840.25, Cash clearing -1840.25",
                "payment-fee-charged    | invoice-issued payment-settled     | Payment fees 15.00, Cash clearing -15.00",
                "payment-disputed       | invoice-issued payment-settled     | Accounts receivable 1840.25, Cash clearing -1840.25",
                "dispute-won            | invoice-issued payment-settled payment-disputed | Accounts receivable -1840.25, Cash clearing 1840.25",
                "invoice-voided         | invoice-issued                     | Voids 529.59, Deferred revenue -1170.41, Tax payable -140.25, Accounts receivable -1840.25",
                "invoice-written-off    | invoice-issued                     | Bad debt 936.14, Deferred revenue -904.11, Accounts receivable -1840.25",
                "refund-paid            | invoice-issued payment-settled     | Refunds 123.01, Deferred revenue -216.99, Tax payable -28.05, Cash clearing -368.05",
                "usage-rated            |                                    | Unbilled receivable 49.00, Usage revenue 49.00",
            })
    void the_example_is_posted_as_its_contract_says(String example, String before, String expected) {
        Stream.of(before == null ? new String[0] : before.split(" ")).forEach(name -> ledger.take(read(name)));
        Map<String, Money> balances = ledger.balances(null);

        ledger.take(read(example));

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(moved(balances)).isEqualTo(words(expected));
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void what_is_recovered_makes_good_the_loss_first() {
        ledger.take(read("invoice-issued"), read("invoice-written-off"));
        Map<String, Money> balances = ledger.balances(null);

        ledger.take(read("invoice-recovered"));

        assertThat(moved(balances)).isEqualTo(words("Bad debt -936.14, Recoverables 904.11, Unapplied cash -1840.25"));
    }

    @Test
    void one_event_has_one_entry_however_often_it_comes() {
        for (int i = 0; i < 2; i++) {
            Stream.of("invoice-issued", "creditmemo-issued", "creditmemo-voided")
                    .forEach(name -> ledger.take(read(name)));
        }

        assertThat(ledger.database()
                        .query("select purpose from journal_entry order by ordinal")
                        .list(row -> row.text("purpose")))
                .containsExactly("INVOICE", "CREDIT_MEMO", "CREDIT_MEMO_VOID");
    }

    @Test
    void a_memo_of_an_invoice_that_is_not_here_yet_is_parked_and_nothing_is_guessed() {
        ledger.take(read("creditmemo-issued"));

        assertThat(ledger.openExceptions()).containsExactly("unknown-invoice-line");
        assertThat(ledger.balances(null)).isEmpty();
    }

    private Map<String, String> moved(Map<String, Money> before) {
        Map<String, String> moved = new TreeMap<>();
        ledger.balances(null).forEach((account, balance) -> {
            Money change = balance.minus(before.getOrDefault(account, Money.zero("USD")));
            if (!change.isZero()) {
                moved.put(account, change.amount());
            }
        });
        return moved;
    }

    private static Map<String, String> words(String expected) {
        Map<String, String> words = new TreeMap<>();
        for (String each : expected == null ? List.<String>of() : List.of(expected.split(", "))) {
            int blank = each.lastIndexOf(' ');
            words.put(each.substring(0, blank), each.substring(blank + 1));
        }
        return words;
    }

    private static Envelope read(String example) {
        return GoldenExample.from("/billing", example + ".v1").envelope();
    }
}
