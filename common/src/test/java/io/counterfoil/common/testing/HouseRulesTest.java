package io.counterfoil.common.testing;

import static io.counterfoil.common.testing.Samples.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule that finds nothing proves nothing: each is shown what it must find. */
class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> the_foundation_keeps_the_rules() {
        return HouseRules.ofFoundation("io.counterfoil.common");
    }

    @TestFactory
    Stream<DynamicTest> a_good_service_keeps_all_rules() {
        Code good = Samples.code("good");
        return HouseRules.forServices().stream()
                .flatMap(List::stream)
                .map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> rule.check(good)));
    }

    @Test
    void finds_a_capability_that_offers_too_much() {
        assertThat(violations(VisibilityRules.ONE_PUBLIC_TYPE, "crowded"))
                .singleElement()
                .asString()
                .contains("OneOffer", "OtherOffer");
    }

    @Test
    void finds_what_is_public_without_need() {
        assertThat(violations(VisibilityRules.PUBLIC_BECAUSE_USED, "crowded")).hasSize(2);
    }

    @Test
    void finds_transactions_outside_use_cases() {
        assertOneNames(TransactionRules.NO_TRANSACTIONAL_CLASS, "transactions", "LooseBean");
        assertOneNames(TransactionRules.NO_TRANSACTIONAL_METHOD, "transactions", "LooseMethod.change");
        assertOneNames(TransactionRules.NO_TRANSACTION_BY_HAND, "transactions", "ByHand");
    }

    @Test
    void finds_a_use_case_with_two_ways_in() {
        assertOneNames(TransactionRules.ONE_METHOD, "transactions", "TwoWays");
    }

    @Test
    void finds_the_way_from_a_use_case_to_another_system() {
        assertThat(violations(TransactionRules.NO_REMOTE_CALL, "transactions"))
                .containsExactly("AskOutside > Middle > Outside");
    }

    @Test
    void finds_capabilities_in_a_circle() {
        assertThat(violations(StructureRules.NO_CYCLES, "circle"))
                .singleElement()
                .asString()
                .contains("egg", "hen");
    }

    @Test
    void finds_who_calls_a_door() {
        assertThat(violations(StructureRules.NOBODY_CALLS_A_DOOR, "doors"))
                .isNotEmpty()
                .allMatch(what -> what.contains("Visitor"));
    }

    @Test
    void finds_a_door_that_reaches_for_the_database() {
        assertOneNames(StructureRules.DOORS_LEAVE_DATA_ALONE, "doors", "FrontResource.database");
    }

    @Test
    void finds_classes_of_another_service() {
        Code doors = Samples.code("doors");
        Code elsewhere = new Code("io.counterfoil.elsewhere", doors.classes(), doors.sources(), doors.contracts());
        assertThat(StructureRules.NO_OTHER_SERVICE.violations().apply(elsewhere))
                .isEmpty();
        assertThat(StructureRules.isForeign("io.counterfoil.ledger.account", "io.counterfoil.billing"))
                .isTrue();
        assertThat(StructureRules.isForeign("io.counterfoil.billingother", "io.counterfoil.billing"))
                .isTrue();
        assertThat(StructureRules.isForeign("io.counterfoil.billing.plan", "io.counterfoil.billing"))
                .isFalse();
    }

    @Test
    void finds_a_bean_that_keeps_something() {
        assertThat(violations(StructureRules.KEEPS_NOTHING, "hoards"))
                .hasSize(2)
                .anyMatch(what -> what.contains("Hoard.count"))
                .anyMatch(what -> what.contains("Hoard.seen"));
    }

    @Test
    void finds_a_domain_class_that_knows_too_much() {
        assertThat(violations(DomainRules.PURE, "impure")).isNotEmpty().allMatch(what -> what.contains("Thing.save"));
        assertOneNames(DomainRules.NO_SYSTEM_CLOCK, "impure", "Thing.save");
        assertOneNames(DomainRules.NO_SETTERS, "impure", "Thing.setId");
        assertOneNames(DomainRules.NO_PUBLIC_FIELDS, "impure", "Thing.open");
        assertOneNames(DomainRules.VERSIONED, "impure", "Thing");
    }

    @Test
    void finds_numbers_that_are_no_amounts() {
        assertThat(violations(NumberRules.NO_BINARY_FLOATING_POINT, "numbers"))
                .hasSize(2)
                .anyMatch(what -> what.contains("Price.rough"))
                .anyMatch(what -> what.contains("doubleValue"));
        assertOneNames(NumberRules.DECIMALS_HAVE_NAMES, "numbers", "Price.nameless");
    }

    @Test
    void finds_empty_words() {
        assertThat(violations(NameRules.NO_EMPTY_WORDS, "names"))
                .hasSize(2)
                .anyMatch(what -> what.contains("PriceManager"))
                .anyMatch(what -> what.contains("DefaultPrice"));
    }

    @Test
    void finds_what_swallows_and_what_prints() {
        assertThat(violations(SourceRules.NO_SWALLOWING, "swallow")).hasSize(2);
        assertThat(violations(SourceRules.NO_PRINTING, "swallow")).containsExactly("Quiet.java: uses System.out");
    }

    @Test
    void finds_a_fact_without_contract() {
        assertThat(violations(FactRules.HAS_A_CONTRACT, "unsaid"))
                .containsExactlyInAnyOrder(
                        "NewsSpread misses contracts/events/news-spread.v1.schema.json",
                        "NewsSpread misses contracts/events/news-spread.v1.example.json");
        assertOneNames(FactRules.HAS_A_TYPE, "unsaid", "RumourSpread");
    }

    private static void assertOneNames(HouseRule rule, String sample, String culprit) {
        assertThat(violations(rule, sample))
                .as(rule.sentence())
                .singleElement()
                .asString()
                .contains(culprit);
    }
}
