package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.timeline.ChangeKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the policy wants a document for what is taken back, a bill below zero becomes a credit memo of its invoice. */
class RepairByMemoTest {
    private final LifeHouse life =
            new LifeHouse("2012-03-02").policy("credit.mode", "LEGAL_ENTITY", "US01", "CREDIT_MEMO");

    @BeforeEach
    void memos_have_numbers() {
        life.house.database.update(
                "insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{number:3}', 1, 1)");
    }

    /** KB-03 with a memo: the figures are the same, the document is another. */
    @Test
    void a_pause_credits_the_rest_with_its_tax_and_a_resume_bills_anew() {
        UUID subscription = life.subscribe("platform-monthly", "249.95");
        life.at("2012-03-04");
        life.change(subscription, ChangeKind.PAUSE, Map.of());
        assertThat(memos()).containsExactly("US01-CM-001 APPLIED -233.82 -19.29 CHANGE 2012-03-04/2012-04-02");
        assertThat(invoices()).containsExactly("ISSUED 17.46");
        life.at("2012-04-05");
        life.change(subscription, ChangeKind.RESUME, Map.of());
        life.at("2012-05-02");
        assertThat(life.lines())
                .containsExactly(
                        "2012-03-02 RECURRING 2012-03-02/2012-04-02 249.95",
                        "2012-04-05 RECURRING 2012-04-05/2012-05-02 224.96",
                        "2012-05-02 RECURRING 2012-05-02/2012-06-02 249.95");
        assertThat(memos()).hasSize(1);
        assertThat(events()).contains("\"servicePeriod\":{\"start\":\"2012-03-04\",\"end\":\"2012-04-02\"}");
    }

    @Test
    void a_second_change_takes_back_only_what_the_first_one_left() {
        UUID subscription = life.subscribe("platform-monthly", "310.00");
        life.at("2012-03-12");
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "0.5"));
        life.at("2012-03-22");
        life.change(subscription, ChangeKind.CANCEL, Map.of("reason", "moved"));
        long credited = Long.parseLong(life.house.one("select sum(net_minor)::text v from credit_memo"));
        long billed = Long.parseLong(life.house.one("select sum(net_minor)::text v from invoice_line"));
        assertThat(billed - credited).as("10 days whole, 10 days half, of 31").isEqualTo(10000 + 5000);
    }

    @Test
    void what_is_billed_with_it_stays_an_invoice() {
        UUID subscription = life.subscribe("platform-monthly", "249.95");
        life.at("2012-03-04");
        life.change(subscription, ChangeKind.PRICE, Map.of("unitPrice", "100.00"));
        assertThat(memos()).singleElement().asString().startsWith("US01-CM-001 APPLIED -233.82");
        assertThat(life.lines())
                .containsExactly(
                        "2012-03-02 RECURRING 2012-03-02/2012-04-02 249.95",
                        "2012-03-04 RECURRING 2012-03-04/2012-04-02 93.55");
    }

    /** What was credited by hand is worth nothing any more; its days are on the new line, and are taken back once. */
    @Test
    void days_that_are_worth_nothing_are_taken_back_on_the_invoice_and_once() {
        life.publish(
                "two",
                """
                {"name": "Two", "validFrom": "2000-01-01", "charges": [
                 {"chargeId": "small", "name": "Small", "kind": "RECURRING", "pricing": "PER_UNIT",
                  "billingPeriod": "MONTH", "prices": [{"currency": "USD", "unitPrice": "31.00"}]},
                 {"chargeId": "big", "name": "Big", "kind": "RECURRING", "pricing": "PER_UNIT",
                  "billingPeriod": "MONTH", "prices": [{"currency": "USD", "unitPrice": "310.00"}]}]}
                """);
        UUID subscription = life.subscribe("two", null);
        life.house.database.update(
                """
                insert into line_reduction (line_id, caused_by, amount_minor)
                select line_id, gen_random_uuid(), net_minor from invoice_line where charge_id = 'small'
                """);
        life.at("2012-03-12");
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "0.5"));
        assertThat(memos()).singleElement().asString().startsWith("US01-CM-001 APPLIED -210.00");
        assertThat(life.lines())
                .contains(
                        "2012-03-12 REPAIR 2012-03-12/2012-04-02 0.00",
                        "2012-03-12 RECURRING 2012-03-12/2012-04-02 10.50",
                        "2012-03-12 RECURRING 2012-03-12/2012-04-02 105.00");
        life.at("2012-03-22");
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "0.1"));
        assertThat(life.lines()).noneMatch(line -> line.contains("REPAIR"));
        assertThat(memos()).hasSize(3);
    }

    /** The ledger has earned what waited, and must hear what becomes of it. */
    @Test
    void a_memo_names_the_repairs_that_had_waited() {
        life.policy("proration.billing", "LEGAL_ENTITY", "US01", "NEXT_INVOICE");
        UUID subscription = life.subscribe("platform-monthly", "310.00", Map.of("quantity", "3"));
        life.at("2012-03-12");
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "0.5"));
        String repair = life.house.one("select item_id::text v from pending_item where item ->> 'type' = 'REPAIR'");
        life.at("2012-04-02");
        assertThat(memos()).singleElement().asString().contains("2012-03-12/2012-04-02");
        assertThat(events()).contains("\"accrualIds\":[\"" + repair + "\"]");
    }

    private List<String> memos() {
        return life.house
                .database
                .query(
                        """
                        select m.credit_memo_number || ' ' || m.state || ' -' || round(m.net_minor / 100.0, 2) || ' -'
                               || round(m.tax_minor / 100.0, 2) || ' ' || m.reason_code || ' ' || v.period_start || '/' || v.period_end t
                          from credit_memo m join line_reversal v on v.caused_by = m.credit_memo_id order by 1
                        """)
                .list(row -> row.text("t"));
    }

    private List<String> invoices() {
        return life.house
                .database
                .query("select state || ' ' || round(open_minor / 100.0, 2) t from invoice order by invoice_number")
                .list(row -> row.text("t"));
    }

    private String events() {
        return life.house.one("select string_agg(data, ' ') v from outbox where type like '%creditmemo.issued%'");
    }
}
