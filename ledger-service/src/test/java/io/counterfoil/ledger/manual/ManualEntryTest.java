package io.counterfoil.ledger.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManualEntryTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEB_5 = LocalDate.of(2026, 2, 5);

    private final LedgerUnderTest ledger =
            new LedgerUnderTest().withEntity("US01", "USD").withEntity("US02", "USD");

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @Test
    void it_is_made_by_one_and_approved_by_another_before_it_is_posted() {
        ManualEntryJson made = draft(journal("100.00", "100.00"));

        assertThatThrownBy(() -> post(made.manualEntryId())).isInstanceOf(IllegalMove.class);
        move(made, DecideEntry.Move.SUBMIT, "maker");
        assertThatThrownBy(() -> move(made, DecideEntry.Move.APPROVE, "maker")).isInstanceOf(MakerIsChecker.class);
        assertThat(move(made, DecideEntry.Move.APPROVE, "checker").state()).isEqualTo("APPROVED");
        assertThat(post(made.manualEntryId()).state()).isEqualTo("POSTED");

        assertThat(total("Rounding")).isEqualTo("100.00");
        assertThat(total("Breakage")).isEqualTo("100.00");
        assertThatThrownBy(() -> post(made.manualEntryId())).isInstanceOf(IllegalMove.class);
    }

    @Test
    void what_is_sent_back_is_a_draft_again() {
        ManualEntryJson made = draft(journal("1.00", "1.00"));
        move(made, DecideEntry.Move.SUBMIT, "maker");

        assertThat(move(made, DecideEntry.Move.REJECT, "checker").state()).isEqualTo("DRAFT");
    }

    @Test
    void what_could_never_be_posted_is_refused_at_once() {
        refused(UnbalancedEntry.class, journal("100.00", "99.99"));
        refused(Invalid.class, lines("9999", "4300"));
        refused(ControlAccountNotByHand.class, lines("1100", "4300"));
        refused(Refusal.class, request(ManualEntryJson.Kind.JOURNAL, "NO99", List.of(), null, null));
        refused(Invalid.class, request(ManualEntryJson.Kind.PAYOUT, "US01", null, null, null));
        refused(Invalid.class, request(ManualEntryJson.Kind.EXCLUSION, "US01", null, null, null));
    }

    @Test
    void the_database_refuses_that_the_maker_approves_and_that_what_is_posted_changes() {
        ManualEntryJson made = draft(journal("5.00", "5.00"));
        assertThatThrownBy(() -> ledger.database()
                        .update(
                                "update manual_entry set state = 'APPROVED', submitted_by = 'maker', decided_by = 'maker' where id = ?",
                                made.manualEntryId()))
                .hasStackTraceContaining("manual_entry");
        approved(made);

        assertThatThrownBy(() -> ledger.database().update("update manual_entry set description = 'x'"))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void its_reversal_is_its_mirror_and_comes_once() {
        ManualEntryJson made = approved(draft(journal("100.00", "100.00")));
        UUID entry = entryOf(made.manualEntryId());

        approved(draft(request(ManualEntryJson.Kind.REVERSAL, "US01", null, null, entry)));

        assertThat(total("Rounding")).isEqualTo("0.00");
        ManualEntryJson again = draft(request(ManualEntryJson.Kind.REVERSAL, "US01", null, null, entry));
        assertThatThrownBy(() -> approved(again)).isInstanceOf(NotTakenBackByHand.class);
    }

    @Test
    void what_a_document_caused_is_not_taken_back_by_hand() {
        BillingFacts.Invoice invoice =
                new BillingFacts("US01", "USD").invoice(JAN_1).atOnce("10.00");
        ledger.take(invoice.issued());
        UUID entry = ledger.database()
                .query("select id from journal_entry where document_id = ?", invoice.id())
                .one(row -> row.uuid("id"))
                .orElseThrow();

        ManualEntryJson made = draft(request(ManualEntryJson.Kind.REVERSAL, "US01", null, null, entry));
        assertThatThrownBy(() -> approved(made)).isInstanceOf(NotTakenBackByHand.class);
    }

    /** Source of ST-21: docs.stripe.com/revenue-recognition/examples (read 2026). */
    @Test
    void st_21_an_invoice_is_excluded_in_the_next_month_though_its_own_is_closed() {
        BillingFacts billing = new BillingFacts("US01", "USD");
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).atOnce("10.00");
        ledger.take(
                invoice.issued(),
                billing.payment(JAN_1, "10.00").of(invoice, "10.00").settled());
        ledger.moveTo("2026-02-05T08:00:00Z");
        ledger.database()
                .update("update accounting_period set state = 'CLOSED', closed_at = now() where id = 'US01/2026-01'");

        approved(draft(request(ManualEntryJson.Kind.EXCLUSION, "US01", null, null, invoice.id())));

        assertThat(moved("2026-01", "Services revenue")).isEqualTo("10.00");
        assertThat(moved("2026-01", "Cash clearing")).isEqualTo("10.00");
        assertThat(moved("2026-02", "Services revenue")).isEqualTo("-10.00");
        assertThat(moved("2026-02", "Exclusion")).isEqualTo("10.00");
    }

    @Test
    void an_exclusion_is_told_to_others() {
        BillingFacts.Invoice invoice =
                new BillingFacts("US01", "USD").invoice(JAN_1).atOnce("10.00");
        ledger.take(invoice.issued());

        approved(draft(request(ManualEntryJson.Kind.EXCLUSION, "US01", null, null, invoice.id())));

        assertThat(ledger.database()
                        .query(
                                "select data::jsonb ->> 'invoiceId' || ' ' || (data::jsonb -> 'amount' ->> 'amount') as words from outbox where type = ?",
                                TransactionExcluded.TYPE)
                        .one(row -> row.text("words")))
                .contains(invoice.id() + " 10.00");
    }

    @Test
    void a_payout_that_the_gateway_tells_of_needs_nobody() {
        BillingFacts billing = new BillingFacts("US01", "USD");
        ledger.take(billing.payment(JAN_1, "10.00").settled());
        var data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        UUID payout = EventIds.next();
        data.put("payoutId", payout.toString()).put("channel", "stripe").put("valueDate", "2026-01-03");
        data.set("amount", billing.wire("7.00"));
        ledger.take(billing.told("payout.paid", payout, JAN_1, data));

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(total("Bank")).isEqualTo("7.00");
        assertThat(total("Cash clearing")).isEqualTo("3.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void a_payout_that_the_bank_sends_back_is_undone_whichever_is_told_first() {
        BillingFacts billing = new BillingFacts("US01", "USD");
        ledger.take(billing.payment(JAN_1, "10.00").settled());
        var data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        UUID payout = EventIds.next();
        data.put("payoutId", payout.toString()).put("channel", "stripe").put("valueDate", "2026-01-03");
        data.set("amount", billing.wire("7.00"));
        var paid = billing.told("payout.paid", payout, JAN_1, data);
        var failed =
                billing.told("payout.failed", payout, JAN_1, data.deepCopy().put("reasonCode", "account_closed"));

        ledger.take(failed);
        assertThat(ledger.openExceptions()).containsExactly("comes-before-its-cause");
        ledger.take(paid);
        ledger.tryAgain();

        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(total("Bank")).isEqualTo("0.00");
        assertThat(total("Cash clearing")).isEqualTo("10.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void a_payout_moves_cleared_cash_to_the_bank_and_the_control_account_stays_tied() {
        BillingFacts billing = new BillingFacts("US01", "USD");
        ledger.take(billing.payment(JAN_1, "10.00").settled());

        approved(draft(request(ManualEntryJson.Kind.PAYOUT, "US01", null, "7.00", null)));

        assertThat(total("Bank")).isEqualTo("7.00");
        assertThat(total("Cash clearing")).isEqualTo("3.00");
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    /** Source of MS-06: MicrosoftDocs/dynamics-365-unified-operations-public, inter-unit balancing. */
    @Test
    void ms_06_what_one_entity_pays_for_another_balances_in_both() {
        approved(draft(new ManualEntryJson.Request(
                ManualEntryJson.Kind.INTERCOMPANY,
                "US01",
                "US02",
                "USD",
                FEB_5,
                "Rent",
                null,
                Money.of("100.00", "USD"),
                null)));

        assertThat(of("US01")).containsExactly("Cash clearing CREDIT 10000", "Due from group DEBIT 10000");
        assertThat(of("US02")).containsExactly("Difference DEBIT 10000", "Due to group CREDIT 10000");
    }

    private List<String> of(String entity) {
        return ledger.database()
                .query(
                        "select a.name || ' ' || p.side || ' ' || p.amount_minor as words from posting p join account a on a.id = p.account_id "
                                + "where a.legal_entity_id = ? order by a.name",
                        entity)
                .list(row -> row.text("words"));
    }

    private void refused(Class<? extends Refusal> rule, ManualEntryJson.Request told) {
        assertThatThrownBy(() -> draft(told)).isInstanceOf(rule);
    }

    private static ManualEntryJson.Request journal(String debit, String credit) {
        return request(
                ManualEntryJson.Kind.JOURNAL,
                "US01",
                List.of(line("6310", Side.DEBIT, debit), line("4300", Side.CREDIT, credit)),
                null,
                null);
    }

    private static ManualEntryJson.Request lines(String debit, String credit) {
        return request(
                ManualEntryJson.Kind.JOURNAL,
                "US01",
                List.of(line(debit, Side.DEBIT, "1.00"), line(credit, Side.CREDIT, "1.00")),
                null,
                null);
    }

    private static ManualEntryJson.Line line(String account, Side side, String amount) {
        return new ManualEntryJson.Line(account, side, Money.of(amount, "USD"), null);
    }

    private static ManualEntryJson.Request request(
            ManualEntryJson.Kind kind, String entity, List<ManualEntryJson.Line> lines, String amount, UUID concerns) {
        return new ManualEntryJson.Request(
                kind,
                entity,
                null,
                "USD",
                FEB_5,
                "By hand",
                lines,
                amount == null ? null : Money.of(amount, "USD"),
                concerns);
    }

    private ManualEntryJson draft(ManualEntryJson.Request told) {
        return inTransaction(() -> ledger.get(DraftEntry.class).handle(told, "maker"));
    }

    private ManualEntryJson move(ManualEntryJson entry, DecideEntry.Move move, String by) {
        return inTransaction(() -> ledger.get(DecideEntry.class).handle(entry.manualEntryId(), move, by, null));
    }

    private ManualEntryJson approved(ManualEntryJson entry) {
        move(entry, DecideEntry.Move.SUBMIT, "maker");
        move(entry, DecideEntry.Move.APPROVE, "checker");
        return post(entry.manualEntryId());
    }

    private ManualEntryJson post(UUID id) {
        return inTransaction(() -> ledger.get(PostEntry.class).handle(id));
    }

    private UUID entryOf(UUID manualEntryId) {
        return ledger.database()
                .query("select id from journal_entry where document_id = ?", manualEntryId)
                .one(row -> row.uuid("id"))
                .orElseThrow();
    }

    private String total(String account) {
        return ledger.balances(null).getOrDefault(account, Money.zero("USD")).amount();
    }

    private String moved(String month, String account) {
        return ledger.balances(month).getOrDefault(account, Money.zero("USD")).amount();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return ledger.postgres().transactions().fresh(work);
    }
}
