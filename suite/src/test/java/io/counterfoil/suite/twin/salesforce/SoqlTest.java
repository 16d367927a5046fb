package io.counterfoil.suite.twin.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.suite.twin.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlTest {

    private final Org org = new Org();
    private String northwind;
    private String first;
    private String second;

    @BeforeEach
    void two_opportunities_of_one_account() {
        northwind = create(Schema.ACCOUNT, "{'Name':'O`Hara & Sons','External_Key__c':'ohara'}");
        first = create(
                Schema.OPPORTUNITY,
                "{'Name':'First','StageName':'Prospecting','CloseDate':'2027-01-05','Amount':1200.50,'Account':{'External_Key__c':'ohara'}}");
        second = create(
                Schema.OPPORTUNITY,
                "{'Name':'second','StageName':'Closed Won','CloseDate':'2027-02-05','AccountId':'%s'}"
                        .formatted(northwind));
    }

    @Test
    void fields_and_the_fields_of_a_parent_come_with_their_attributes() {
        List<Map<String, Object>> rows = run("SELECT Id, Amount, Account.Name FROM Opportunity WHERE Name = 'FIRST'");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).containsEntry("Id", first).containsEntry("Amount", new BigDecimal("1200.50"));
        assertThat(rows.get(0).get("Account"))
                .asString()
                .contains("O'Hara & Sons")
                .contains("type=Account");
    }

    @Test
    void quotes_in_text_are_escaped_by_a_backslash() {
        assertThat(run("SELECT Id FROM Account WHERE Name = 'O\\'Hara & Sons'")).hasSize(1);
    }

    @Test
    void an_id_is_found_in_its_short_form_too() {
        assertThat(names("WHERE AccountId IN ('" + northwind.substring(0, 15) + "') ORDER BY Name DESC"))
                .containsExactly("second", "First");
    }

    @Test
    void and_binds_closer_than_or() {
        assertThat(names("WHERE Name = 'First' OR Name = 'second' AND IsWon = false"))
                .containsExactly("First");
        assertThat(names("WHERE (Name = 'First' OR Name = 'second') AND IsWon = true"))
                .containsExactly("second");
        assertThat(names("WHERE NOT (Name = 'First')")).containsExactly("second");
    }

    @Test
    void dates_and_times_compare_as_such() {
        assertThat(names("WHERE CloseDate >= 2027-02-05")).containsExactly("second");
        assertThat(names("WHERE SystemModstamp >= 2020-01-01T00:00:00Z AND Amount > 1200.49"))
                .containsExactly("First");
        assertThat(names("WHERE SystemModstamp < 2020-01-01T00:00:00.000+00:00"))
                .isEmpty();
    }

    @Test
    void nulls_come_first_unless_the_query_says_otherwise() {
        assertThat(names("ORDER BY Amount")).containsExactly("second", "First");
        assertThat(names("ORDER BY Amount NULLS LAST")).containsExactly("First", "second");
        assertThat(names("ORDER BY Name LIMIT 1 OFFSET 1")).containsExactly("second");
        assertThat(names("WHERE Amount = null")).containsExactly("second");
        assertThat(names("WHERE Name LIKE 'sec%'")).containsExactly("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT",
                "SELECT FROM Account",
                "SELECT Id FROM Account WHERE",
                "SELECT Id FROM Account WHERE Name == 'x'",
                "SELECT Id FROM Account WHERE Name = x",
                "SELECT Id FROM Account WHERE Name = 'x",
                "SELECT Id FROM Account; DROP",
                "SELECT Id FROM Account LIMIT -1",
                "SELECT Id FROM Account WHERE Name IN ()",
            })
    void what_is_no_query_is_refused_as_malformed(String query) {
        assertThat(codeOf(query)).isEqualTo("MALFORMED_QUERY");
    }

    @Test
    void unknown_names_and_literals_of_the_wrong_kind_are_refused_by_name() {
        assertThat(codeOf("SELECT Nonsense FROM Account")).isEqualTo("INVALID_FIELD");
        assertThat(codeOf("SELECT Owner.Name FROM Account")).isEqualTo("INVALID_FIELD");
        assertThat(codeOf("SELECT Id FROM Opportunity WHERE Amount = '12'")).isEqualTo("INVALID_FIELD");
        assertThat(codeOf("SELECT Id FROM Nonsense")).isEqualTo("INVALID_TYPE");
    }

    private String codeOf(String query) {
        String[] code = new String[1];
        assertThatThrownBy(() -> run(query))
                .isInstanceOfSatisfying(SalesforceError.class, error -> code[0] = error.code());
        return code[0];
    }

    private List<Object> names(String rest) {
        return run("select Name from opportunity " + rest).stream()
                .map(row -> row.get("Name"))
                .toList();
    }

    private List<Map<String, Object>> run(String query) {
        return new Query(org, Soql.parse(query)).rows();
    }

    private String create(ObjectType type, String json) {
        byte[] body = json.replace('\'', '"').replace('`', '\'').getBytes(StandardCharsets.UTF_8);
        return org.create(type, Json.tree(body), "test").id();
    }
}
