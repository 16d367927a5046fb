package io.counterfoil.ledger.postingrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingRuleTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    @Test
    void the_line_with_the_most_criteria_wins() {
        PostingRule rule = rule(
                1,
                JAN_1,
                null,
                line(Item.LINE, Traits.ofLine(null, "POINT_IN_TIME", null), "4100"),
                line(Item.LINE, Traits.ofLine("SETUP", "POINT_IN_TIME", null), "4150"),
                line(Item.TAX, Traits.ofTax(null), "2100"));

        assertThat(rule.lineFor(Item.LINE, Traits.ofLine("SETUP", "POINT_IN_TIME", "S"))
                        .credit()
                        .code())
                .isEqualTo("4150");
        assertThat(rule.lineFor(Item.LINE, Traits.ofLine("OTHER", "POINT_IN_TIME", "S"))
                        .credit()
                        .code())
                .isEqualTo("4100");
        assertThat(rule.lineFor(Item.TAX, Traits.ofTax("AE")).credit().code()).isEqualTo("2100");
    }

    @Test
    void what_no_line_covers_is_refused_with_the_remedy() {
        PostingRule rule = rule(3, JAN_1, null, line(Item.LINE, Traits.ofLine(null, "POINT_IN_TIME", null), "4100"));

        assertThatThrownBy(() -> rule.lineFor(Item.LINE, Traits.ofLine("PLATFORM", "OVER_TIME_DAILY", "S")))
                .isInstanceOfSatisfying(NoPostingRule.class, refusal -> {
                    assertThat(refusal.getMessage())
                            .isEqualTo(
                                    "Posting rule US01-INVOICE version 3 has no line for LINE with product PLATFORM, "
                                            + "revenue treatment OVER_TIME_DAILY, tax category S");
                    assertThat(refusal.remedy()).contains("PUT /v1/posting-rules/US01-INVOICE");
                    assertThat(refusal.trouble().owner()).isEqualTo("revenue-operations");
                });
    }

    @Test
    void the_newest_version_that_holds_on_the_effective_date_is_used() {
        PostingRule first = rule(1, JAN_1, null);
        PostingRule fromJuly = rule(2, LocalDate.of(2026, 7, 1), null);
        PostingRule correction = rule(3, LocalDate.of(2026, 7, 1), null);
        Rulebook.Opened book = new Rulebook.Opened(List.of(first, fromJuly, correction));

        assertThat(book.rule("US01", Purpose.INVOICE, LocalDate.of(2026, 6, 30)).version())
                .isEqualTo(1);
        assertThat(book.rule("US01", Purpose.INVOICE, LocalDate.of(2026, 7, 1)).version())
                .isEqualTo(3);
    }

    @Test
    void outside_its_validity_a_rule_does_not_hold() {
        Rulebook.Opened book = new Rulebook.Opened(List.of(rule(1, JAN_1, LocalDate.of(2026, 2, 1))));

        assertThatThrownBy(() -> book.rule("US01", Purpose.INVOICE, LocalDate.of(2026, 2, 1)))
                .isInstanceOf(NoPostingRule.class);
        assertThatThrownBy(() -> book.rule("US01", Purpose.PAYMENT, JAN_1)).isInstanceOf(NoPostingRule.class);
        assertThatThrownBy(() -> book.rule("DE01", Purpose.INVOICE, JAN_1)).isInstanceOf(NoPostingRule.class);
    }

    private static PostingRule rule(long version, LocalDate from, LocalDate to, PostingRule.Line... lines) {
        return new PostingRule("US01-INVOICE", version, "US01", Purpose.INVOICE, from, to, List.of(lines));
    }

    private static PostingRule.Line line(Item item, Traits traits, String credit) {
        return new PostingRule.Line(item, traits, account("1100"), account(credit));
    }

    private static PostingRule.Account account(String code) {
        return new PostingRule.Account("US01/" + code, code, code);
    }
}
