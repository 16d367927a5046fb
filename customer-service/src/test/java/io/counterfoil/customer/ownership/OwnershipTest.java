package io.counterfoil.customer.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.customer.ownership.Ownership.Words;
import io.counterfoil.customer.ownership.OwnershipRule.Authority;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random systems write random attributes in random order; the last word of each owner stands. */
class OwnershipTest {

    private static final List<String> SYSTEMS = List.of("crm", "erp", "billing", "portal");
    private static final List<String> ATTRIBUTES = List.of("legalName", "tradingName", "segment", "email", "currency");
    private static final MatrixRules MATRIX = new MatrixRules(List.of(
                    rule("LEGAL_NAME", "erp", Right.OWNS),
                    rule("LEGAL_NAME", "crm", Right.PROPOSES),
                    rule("NAMES", "crm", Right.OWNS),
                    rule("CLASSIFICATION", "crm", Right.OWNS),
                    rule("CONTACTS", "portal", Right.OWNS),
                    rule("CONTACTS", "crm", Right.PROPOSES),
                    rule("TERMS", "erp", Right.OWNS)))
            .checked();

    @Test
    void whoever_writes_in_whatever_order_the_last_word_of_the_owner_stands() {
        long seed = Long.getLong("counterfoil.seed", 20261121L);
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            Map<String, String> lastOfOwner = new HashMap<>();
            Map<String, String> firstOfProposer = new HashMap<>();
            for (int write = 0; write < 40; write++) {
                String system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
                String attribute = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
                String value = system + " says " + random.nextInt(5);
                record = settled(record, attribute, value, system);
                String item = AttributeGroup.of(attribute).name();
                Right right = MATRIX.right(item, system).orElseThrow();
                if (right == Right.OWNS) {
                    lastOfOwner.put(attribute, value);
                } else if (right == Right.PROPOSES && !lastOfOwner.containsKey(attribute)) {
                    firstOfProposer.putIfAbsent(attribute, value);
                }
            }
            for (String attribute : ATTRIBUTES) {
                String expected = lastOfOwner.getOrDefault(attribute, firstOfProposer.get(attribute));
                assertThat(record.path(attribute).asText(null)).as(attribute).isEqualTo(expected);
            }
        }
    }

    @Test
    void what_came_from_a_system_and_comes_back_changes_nothing_so_nothing_goes_round() {
        ObjectNode record = settled(JsonNodeFactory.instance.objectNode(), "tradingName", "crm says 1", "crm");
        int rounds = 0;
        boolean changed = true;
        while (changed) {
            ObjectNode before = record;
            for (String system : SYSTEMS) {
                record = settled(
                        record, "tradingName", record.path("tradingName").asText(), system);
            }
            changed = !record.equals(before);
            assertThat(++rounds).isLessThan(2);
        }
    }

    @Test
    void what_is_turned_away_names_the_owner_and_both_values() {
        ObjectNode record = settled(JsonNodeFactory.instance.objectNode(), "legalName", "By ERP", "erp");
        Settlement settled = Settlement.of(MATRIX, words(record, "legalName", "By CRM"), "crm", true);
        assertThat(settled.turned()).hasSize(1);
        assertThat(settled.turned().get(0).owner()).isEqualTo("erp");
        assertThat(settled.turned().get(0).kept().asText()).isEqualTo("By ERP");
        assertThat(settled.turned().get(0).offered().asText()).isEqualTo("By CRM");
        assertThatThrownBy(() -> settled.requireNothingOwned("crm"))
                .isInstanceOf(NotSystemOfRecord.class)
                .hasMessageContaining("erp");
    }

    @Test
    void where_nobody_owns_the_leading_reference_counts_and_others_fill_gaps() {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        ObjectNode filled = Settlement.of(MatrixRules.NONE, words(empty, "segment", "SMB"), "erp", false)
                .result();
        assertThat(filled.path("segment").asText()).isEqualTo("SMB");
        Settlement other = Settlement.of(MatrixRules.NONE, words(filled, "segment", "ENTERPRISE"), "crm", false);
        assertThat(other.result()).isEqualTo(filled);
        other.requireNothingOwned("crm");
        assertThat(Settlement.of(MatrixRules.NONE, words(filled, "segment", "ENTERPRISE"), "crm", true)
                        .result()
                        .path("segment")
                        .asText())
                .isEqualTo("ENTERPRISE");
    }

    @Test
    void a_matrix_with_two_owners_or_unknown_items_or_a_foreign_native_is_refused_by_field() {
        assertThatThrownBy(() -> new MatrixRules(List.of(
                                rule("NAMES", "crm", Right.OWNS),
                                rule("NAMES", "erp", Right.OWNS),
                                rule("NAMES", "erp", Right.READS),
                                rule("SHOE_SIZE", "erp", Right.READS),
                                new OwnershipRule("CUSTOMER", "TAX", "erp", Right.OWNS, Authority.NATIVE)))
                        .checked())
                .isInstanceOfSatisfying(Invalid.class, refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.pointer())
                        .containsExactly("/rules/1/right", "/rules/2", "/rules/3/item", "/rules/4/authority"));
    }

    private static ObjectNode settled(ObjectNode record, String attribute, String value, String system) {
        return Settlement.of(MATRIX, words(record, attribute, value), system, true)
                .result();
    }

    private static Words words(ObjectNode record, String attribute, String value) {
        ObjectNode replaced = record.deepCopy().put(attribute, value);
        ObjectNode filled = record.has(attribute) ? record : replaced;
        return new Words(record, replaced, filled);
    }

    private static OwnershipRule rule(String item, String system, Right right) {
        return new OwnershipRule("CUSTOMER", item, system, right, Authority.FEDERATED);
    }
}
