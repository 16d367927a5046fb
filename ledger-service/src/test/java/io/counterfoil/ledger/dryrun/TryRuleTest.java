package io.counterfoil.ledger.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.OrderFacts;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule is tried on what happened before anybody lets it hold. */
class TryRuleTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final Map<UUID, Envelope> facts = new HashMap<>();

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @Test
    void the_rules_that_hold_make_the_same_entries_again_reversals_too() {
        BillingFacts.Invoice quarter = billing.invoice(JAN_1).overTime("90.00", "2026-01-01", "2026-04-01");
        UUID memo = EventIds.next();
        ReversalFacts reversals = new ReversalFacts(billing);
        take(quarter.issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        take(reversals.memo(memo, quarter, LocalDate.of(2026, 2, 1), "30.00", "0.00"));
        ledger.moveTo("2026-03-01T00:00:00Z");
        take(reversals.memoVoided(memo, quarter, LocalDate.of(2026, 3, 1), "30.00", "0.00"));
        take(reversals.writtenOff(quarter, LocalDate.of(2026, 3, 1), "90.00", "0.00", false));
        ledger.moveTo("2026-04-01T00:00:00Z");

        for (String purpose : List.of("INVOICE", "CREDIT_MEMO", "WRITE_OFF", "RECOGNITION")) {
            Tally tally = tried("US01-" + purpose);
            assertThat(tally.entries()).as(purpose).isEmpty();
            assertThat(tally.same()).as(purpose).isPositive();
        }
    }

    @Test
    void another_account_shows_what_would_move_and_nothing_is_stored() {
        take(billing.invoice(JAN_1).atOnce("100.00").tax("10.00").issued());
        long before = rows();
        proposed("other-invoice", "INVOICE", "LINE", "1100", "4200", "TAX", "1100", "2100");

        Tally tally = tried("other-invoice");

        assertThat(tally.count(DryRunJson.Outcome.DIFFERENT)).isOne();
        assertThat(tally.accounts())
                .extracting(each -> each.account() + " " + each.difference())
                .containsExactly("4100 100.00 USD", "4200 -100.00 USD");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_a_rule_does_not_cover_is_told_as_refused() {
        take(billing.invoice(JAN_1).atOnce("100.00").tax("10.00").issued());
        proposed("no-tax", "INVOICE", "LINE", "1100", "4200");

        Tally tally = tried("no-tax");

        assertThat(tally.entries()).singleElement().satisfies(each -> {
            assertThat(each.outcome()).isEqualTo(DryRunJson.Outcome.REFUSED);
            assertThat(each.refusal()).contains("TAX");
        });
    }

    @Test
    void what_waits_for_a_rule_would_be_posted_and_its_schedules_stay_as_they_are() {
        BillingFacts.Invoice quarter = billing.invoice(JAN_1).overTime("90.00", "2026-01-01", "2026-04-01");
        take(quarter.issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        LocalDate beforeAnyRule = LocalDate.of(2019, 6, 1);
        take(new ReversalFacts(billing).memo(EventIds.next(), quarter, beforeAnyRule, "30.00", "0.00"));
        assertThat(ledger.openExceptions()).containsExactly("no-posting-rule");

        Tally tally = tried("US01-CREDIT_MEMO");

        assertThat(tally.count(DryRunJson.Outcome.NEWLY_POSTED)).isOne();
        assertThat(ledger.database()
                        .query("select count(*) as n from schedule_change")
                        .one(row -> row.longValue("n")))
                .contains(0L);
    }

    @Test
    void what_people_had_posted_is_made_again_too() {
        BillingFacts.Invoice invoice = billing.invoice(JAN_1).atOnce("10.00");
        take(invoice.issued());
        OwnPosts.post(ledger, "PAYOUT", "7.00", null);
        OwnPosts.post(ledger, "EXCLUSION", null, invoice.id());
        proposed("other-payout", "PAYOUT", "PAID_OUT", "1000", "1020");
        proposed("other-exclusion", "EXCLUSION", "EXCLUDED", "4100", "4300");

        assertThat(tried("US01-PAYOUT").same()).isOne();
        assertThat(tried("US01-EXCLUSION").same()).isOne();
        assertThat(differences("other-payout")).containsExactly("1010 7.00 USD", "1020 -7.00 USD");
        assertThat(differences("other-exclusion")).containsExactly("4300 -10.00 USD", "4560 10.00 USD");
    }

    @Test
    void what_runs_moved_to_contract_assets_and_back_is_made_again_too() {
        take(new OrderFacts(billing, "USD")
                .promise("PLATFORM", "OVER_TIME_DAILY", "1200.00", "1200.00")
                .promise("SETUP", "POINT_IN_TIME", "0.00", "400.00")
                .signed());
        take(billing.invoice(JAN_1)
                .overTime("PLATFORM", "100.00", "2026-01-01", "2026-02-01")
                .atOnce("0.00")
                .issued());
        ledger.moveTo("2026-02-01T00:00:00Z");
        take(billing.invoice(LocalDate.of(2026, 2, 1))
                .overTime("PLATFORM", "300.00", "2026-02-01", "2026-05-01")
                .issued());
        ledger.moveTo("2026-03-01T00:00:00Z");
        proposed("other-asset", "CONTRACT_ASSET", "RECLASSIFIED", "1150", "2200");

        assertThat(tried("US01-CONTRACT_ASSET").same()).isEqualTo(2);
        assertThat(differences("other-asset")).containsExactly("1150 45.79 USD", "1160 -45.79 USD");
    }

    private List<String> differences(String ruleId) {
        return tried(ruleId).accounts().stream()
                .map(each -> each.account() + " " + each.difference())
                .toList();
    }

    private void take(Envelope event) {
        facts.put(event.id(), event);
        ledger.take(event);
    }

    private Tally tried(String ruleId) {
        PostingRule rule = ledger.get(Rulebook.class).find(ruleId, null).orElseThrow();
        PostedEntries entries = ledger.get(PostedEntries.class);
        List<Posted> past = new ArrayList<>(entries.of(rule, null, null, 100));
        past.addAll(entries.parked(100));
        return catchThrowableOfType(TryRule.NothingStored.class, () -> ledger.postgres()
                        .transactions()
                        .fresh(() -> ledger.get(TryRule.class).handle(rule, past, facts)))
                .tally();
    }

    private long rows() {
        return ledger.database()
                .query("select (select count(*) from posting) + (select count(*) from journal_entry) as n")
                .one(row -> row.longValue("n"))
                .orElseThrow();
    }

    private void proposed(String id, String purpose, String... itemDebitCredit) {
        ledger.database()
                .update(
                        "insert into posting_rule (id, version, legal_entity_id, purpose, valid_from, activated_at, activated_by) "
                                + "values (?, 1, 'US01', ?, date '2027-01-01', now(), 'maker')",
                        id,
                        purpose);
        for (int i = 0; i < itemDebitCredit.length; i += 3) {
            ledger.database()
                    .update(
                            "insert into posting_rule_line (rule_id, rule_version, line_number, item, debit_account, credit_account) "
                                    + "values (?, 1, ?, ?, ?, ?)",
                            id,
                            i + 1,
                            itemDebitCredit[i],
                            "US01/" + itemDebitCredit[i + 1],
                            "US01/" + itemDebitCredit[i + 2]);
        }
    }
}
