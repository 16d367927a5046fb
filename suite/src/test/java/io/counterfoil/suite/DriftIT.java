package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody changed behind our back is found, by document, and gone after the repair. */
class DriftIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Stack stack = counterfoil.stack();
    private final Orders orders = counterfoil.orders();
    private JsonNode invoice;
    private String number;

    @BeforeEach
    void sell() {
        String orderId = orders.place(orders.request());
        orders.awaitState(orderId, "COMPLETED");
        counterfoil.books().balance();
        invoice = orders.invoice(orderId);
        number = invoice.path("invoiceNumber").asText();
    }

    @AfterEach
    void books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void an_invoice_that_is_a_cent_larger_than_it_was() {
        BehindOurBack thief = BehindOurBack.in(stack, Part.BILLING, "invoice");
        thief.change(
                "update invoice set payable_minor = payable_minor + 1, open_minor = open_minor + 1, net_minor = net_minor + 1"
                        + " where invoice_number = '" + number + "'");
        List<JsonNode> drift = drift();
        assertThat(drift).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("documentNumber").asText()).isEqualTo(number);
            assertThat(item.path("difference").path("amount").asText()).isEqualTo("0.01");
        });
        assertThat(pairs(drift)).contains("BILLING_RECEIVABLES", "BILLING_WAREHOUSE");
        thief.change(
                "update invoice set payable_minor = payable_minor - 1, open_minor = open_minor - 1, net_minor = net_minor - 1"
                        + " where invoice_number = '" + number + "'");
        assertThat(drift()).isEmpty();
    }

    @Test
    void a_journal_entry_that_is_gone() {
        String entry =
                "(select id from journal_entry where document_number = '" + number + "' and purpose = 'INVOICE')";
        BehindOurBack thief = BehindOurBack.in(stack, Part.LEDGER, "journal_entry", "posting");
        thief.change(
                "create table hidden_entry as select * from journal_entry where id in " + entry,
                "create table hidden_posting as select * from posting where entry_id in " + entry,
                "delete from posting where entry_id in " + entry,
                "delete from journal_entry where id in (select id from hidden_entry)");
        List<JsonNode> drift = drift();
        assertThat(drift).isNotEmpty().anySatisfy(item -> assertThat(
                        item.path("documentNumber").asText())
                .isEqualTo(number));
        assertThat(pairs(drift)).contains("RECEIVABLES_LEDGER");
        thief.change(
                "insert into journal_entry overriding system value select * from hidden_entry",
                "insert into posting select * from hidden_posting",
                "drop table hidden_entry, hidden_posting");
        assertThat(drift()).isEmpty();
    }

    @Test
    void a_fact_that_was_deleted_in_the_warehouse() {
        BehindOurBack.in(stack, Part.WAREHOUSE, "billing_fact")
                .change("delete from billing_fact where invoice_number = '" + number + "'");
        List<JsonNode> drift = drift();
        assertThat(drift).isNotEmpty().allSatisfy(item -> assertThat(
                        item.path("documentNumber").asText())
                .isEqualTo(number));
        assertThat(pairs(drift)).contains("BILLING_WAREHOUSE");
        counterfoil
                .as(Endpoint.WAREHOUSE, "controller")
                .post("/v1/facts/rebuilds", Map.of("document", number))
                .expect(200);
        assertThat(drift()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from journal_entry",
                "update journal_entry set document_number = 'x'",
                "delete from posting"
            })
    void the_journal_itself_refuses_to_forget(String statement) throws SQLException {
        try (Connection connection = stack.database(Part.LEDGER);
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).isInstanceOf(SQLException.class);
        }
    }

    private List<JsonNode> drift() {
        return Books.list(counterfoil.books().reconcile().path("drift"));
    }

    private static List<String> pairs(List<JsonNode> drift) {
        return drift.stream().map(item -> item.path("pair").asText()).distinct().toList();
    }
}
