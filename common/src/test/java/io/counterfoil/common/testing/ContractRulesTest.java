package io.counterfoil.common.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractRulesTest {
    private static final Code BAD = Samples.code("good", "bad");

    @TestFactory
    Stream<DynamicTest> good_contracts_keep_all_rules() {
        Code good = Samples.code("good");
        return Stream.of(
                        ContractRules.SCHEMAS,
                        ContractRules.EXAMPLES,
                        ContractRules.NOBODY_ELSE,
                        OpenApiRules.PARSES,
                        OpenApiRules.ROLES,
                        OpenApiRules.PROBLEMS,
                        OpenApiRules.FAREWELL,
                        AsyncApiRules.PARSES,
                        AsyncApiRules.COMPLETE)
                .map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> rule.check(good)));
    }

    @Test
    void finds_a_schema_that_is_none() {
        assertThat(found(ContractRules.SCHEMAS))
                .anyMatch(what -> what.startsWith("letter-burnt.v1.schema.json: $id"))
                .anyMatch(what -> what.contains("/type"));
    }

    @Test
    void finds_an_example_that_breaks_schema_or_envelope() {
        assertThat(found(ContractRules.EXAMPLES))
                .anyMatch(what -> what.contains("/letterNumber"))
                .anyMatch(what -> what.contains("source \"/elsewhere\" is not the context"))
                .anyMatch(what -> what.contains("attribute position is 0"))
                .anyMatch(what -> what.contains("attribute colour is none of ours"));
    }

    @Test
    void finds_a_schema_that_no_fact_has() {
        assertThat(found(ContractRules.NOBODY_ELSE)).containsExactly("letter-burnt.v1.schema.json belongs to no fact");
    }

    @Test
    void finds_a_document_of_another_version_with_dangling_references() {
        assertThat(found(OpenApiRules.PARSES))
                .anyMatch(what -> what.contains("3.0.3"))
                .anyMatch(what -> what.contains("#/components/responses/Letter leads nowhere"));
    }

    @Test
    void finds_operations_that_only_one_side_knows() {
        assertThat(found(OpenApiRules.COMPLETE))
                .anyMatch(what -> what.equals("GET /v1/letters/{id} (LetterResource.get) is not in openapi.yaml"))
                .anyMatch(what -> what.equals("GET /v1/parcels is in openapi.yaml, but no resource offers it"));
    }

    @Test
    void finds_roles_that_differ() {
        assertThat(found(OpenApiRules.ROLES))
                .anyMatch(what ->
                        what.equals("POST /v1/letters: the code allows [operator, support], x-roles says [operator]"));
    }

    @Test
    void finds_refusals_without_problem() {
        assertThat(found(OpenApiRules.PROBLEMS))
                .anyMatch(what -> what.equals("POST /v1/letters answers 422 without a problem"))
                .anyMatch(what -> what.equals("POST /v1/letters does not say that it answers 401"));
    }

    @Test
    void finds_a_farewell_without_a_day() {
        assertThat(found(OpenApiRules.FAREWELL))
                .containsExactly("GET /v1/parcels is deprecated without its two days, as '2027-06-30'");
    }

    @Test
    void finds_messages_that_nobody_documented_and_references_that_lead_nowhere() {
        assertThat(found(AsyncApiRules.PARSES))
                .anyMatch(what -> what.contains("2.6.0"))
                .anyMatch(what -> what.equals("$ref events/letter-eaten.v1.schema.json leads nowhere"));
        assertThat(found(AsyncApiRules.COMPLETE))
                .anyMatch(what -> what.equals("io.counterfoil.good.letter.sent.v1 is sent, but not documented"))
                .anyMatch(what -> what.equals("io.counterfoil.good.letter.eaten.v1 is documented, but no fact"));
    }

    @Test
    void a_missing_example_is_named() {
        assertThatThrownBy(() -> GoldenExample.from("/nowhere", "nothing-happened.v1"))
                .hasMessageContaining(Path.of("nowhere-service/contracts/events/nothing-happened.v1.example.json")
                        .toString());
    }

    private static List<String> found(HouseRule rule) {
        return rule.violations().apply(BAD);
    }
}
