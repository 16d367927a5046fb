package io.counterfoil.ledger.postingrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.entity.UnknownLegalEntity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivatePostingRuleTest {

    private static final LedgerUnderTest LEDGER = new LedgerUnderTest().withEntity("US01", "USD");

    @Test
    void a_new_version_is_added_and_the_old_one_stays() {
        assertThat(put("r-1", request("4000"), null).created()).isTrue();

        assertThat(put("r-1", request("4100"), "\"1\"").rule().version()).isEqualTo(2);

        PostingRules rules = LEDGER.get(PostingRules.class);
        assertThat(rules.version("r-1", 1).orElseThrow().lines().get(0).credit().code())
                .isEqualTo("4000");
        assertThat(rules.newest("r-1").orElseThrow().lines().get(0).credit().code())
                .isEqualTo("4100");
    }

    @Test
    void a_version_holds_once_another_person_has_approved_it() {
        LEDGER.withEntity("UK01", "GBP");
        PostingRuleJson.Request told = new PostingRuleJson.Request(
                "UK01",
                Purpose.PAYOUT,
                LocalDate.of(2027, 1, 1),
                null,
                List.of(new PostingRuleJson.Line(
                        Item.PAID_OUT, null, null, null, null, null, null, null, "1000", "1010", null)));
        put("uk", told, null);
        assertThat(holding()).isEqualTo("UK01-PAYOUT");

        assertThatThrownBy(() -> decide("uk", true, "somebody")).isInstanceOf(RuleNeedsAnotherPerson.class);
        decide("uk", true, "another");

        assertThat(holding()).isEqualTo("uk");
        assertThatThrownBy(() -> decide("uk", true, "third")).isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_version_that_was_rejected_never_holds() {
        put("r-7", request("4000"), null);
        decide("r-7", false, "another");

        PostingRules rules = LEDGER.get(PostingRules.class);
        assertThat(rules.of(List.of("US01"))).noneMatch(rule -> rule.ruleId().equals("r-7"));
        assertThat(rules.state(rules.newest("r-7").orElseThrow()).name()).isEqualTo("REJECTED");
    }

    private static String holding() {
        return LEDGER.get(Rulebook.class)
                .open(List.of("UK01"))
                .rule("UK01", Purpose.PAYOUT, LocalDate.of(2027, 2, 1))
                .ruleId();
    }

    private static void decide(String id, boolean approved, String by) {
        LEDGER.postgres().transactions().fresh(() -> LEDGER.get(DecidePostingRule.class)
                .handle(id, approved, by));
    }

    @Test
    void the_same_again_makes_no_version() {
        put("r-2", request("4000"), null);

        assertThat(put("r-2", request("4000"), null).rule().version()).isEqualTo(1);
    }

    @Test
    void a_change_needs_the_version_that_it_was_made_from() {
        put("r-3", request("4000"), null);

        assertThatThrownBy(() -> put("r-3", request("4100"), null)).isInstanceOf(ETags.PreconditionMissing.class);
        assertThatThrownBy(() -> put("r-3", request("4100"), "\"7\"")).isInstanceOf(ETags.Stale.class);
    }

    @Test
    void unknown_accounts_and_entities_are_refused() {
        assertThatThrownBy(() -> put("r-4", request("9999"), null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("9999");
        assertThatThrownBy(() -> put(
                        "r-4",
                        new PostingRuleJson.Request(
                                "NO99",
                                Purpose.INVOICE,
                                LocalDate.of(2026, 1, 1),
                                null,
                                request("4000").lines()),
                        null))
                .isInstanceOf(UnknownLegalEntity.class);
    }

    @Test
    void lines_that_could_both_cover_the_same_are_refused() {
        PostingRuleJson.Line byProduct = line("SETUP", null);
        PostingRuleJson.Line byTreatment = line(null, "POINT_IN_TIME");

        assertThatThrownBy(() -> put("r-5", request(byProduct, byTreatment), null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("/lines/1");
    }

    @Test
    void an_item_of_another_purpose_is_refused() {
        PostingRuleJson.Line schedule =
                new PostingRuleJson.Line(Item.SCHEDULE, null, null, null, null, null, null, null, "1100", "4000", null);

        assertThatThrownBy(() -> put("r-6", request(schedule), null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("/lines/0/item");
    }

    private static ActivatePostingRule.Outcome put(String id, PostingRuleJson.Request told, String ifMatch) {
        ActivatePostingRule activate = LEDGER.get(ActivatePostingRule.class);
        return LEDGER.postgres().transactions().fresh(() -> activate.handle(id, told, ifMatch, "somebody"));
    }

    private static PostingRuleJson.Request request(String credit) {
        return request(
                new PostingRuleJson.Line(Item.LINE, null, null, null, null, null, null, null, "1100", credit, null));
    }

    private static PostingRuleJson.Request request(PostingRuleJson.Line... lines) {
        return new PostingRuleJson.Request("US01", Purpose.INVOICE, LocalDate.of(2026, 1, 1), null, List.of(lines));
    }

    private static PostingRuleJson.Line line(String product, String treatment) {
        return new PostingRuleJson.Line(
                Item.LINE, product, treatment, null, null, null, null, null, "1100", "4000", null);
    }
}
