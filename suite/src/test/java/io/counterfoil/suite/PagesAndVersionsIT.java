package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists are read page by page without missing or repeating anything; a change is made from a known version. */
class PagesAndVersionsIT {
    private final Counterfoil counterfoil = Counterfoil.running();

    @BeforeAll
    static void something_to_list() {
        Orders orders = Counterfoil.running().orders();
        orders.awaitCompleted(orders.placeMany(3));
        Counterfoil.running().stack().time().settle();
    }

    @AfterAll
    static void books_balance() {
        Counterfoil.running().books().balance();
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER, auditor, /v1/customers, customerId",
        "ORDER, auditor, /v1/orders, orderId",
        "ORDER, auditor, /v1/contracts, contractId",
        "ORDER, auditor, /v1/processes/quote-to-cash, orderId",
        "BILLING, auditor, /v1/invoices, invoiceId",
        "BILLING, auditor, /v1/subscriptions, subscriptionId",
        "LEDGER, auditor, /v1/journal-entries, entryId",
        "LEDGER, auditor, /v1/receivables, invoiceId",
        "WAREHOUSE, auditor, /v1/facts/billings, factId"
    })
    void pages_of_two_give_the_same_list_as_one_page_of_all(Endpoint service, String role, String path, String id) {
        Client reader = counterfoil.as(service, role);
        List<JsonNode> whole = readAll(reader, path + "?limit=100");
        List<JsonNode> pieces = readAll(reader, path + "?limit=2");
        assertThat(whole).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pieces).isEqualTo(whole);
        assertThat(pieces.stream().map(JsonNode::toString).distinct()).hasSameSizeAs(pieces);
    }

    @Test
    void a_cursor_that_is_none_and_a_limit_out_of_range_are_refused() {
        Client reader = counterfoil.as(Endpoint.ORDER, "auditor");
        reader.get("/v1/orders?cursor=%25%25").expect(400, 422);
        reader.get("/v1/orders?limit=0").expect(400, 422);
        reader.get("/v1/orders?limit=100000").expect(400, 422);
        reader.get("/v1/orders?limit=two").expect(400, 404, 422);
    }

    @Test
    void a_customer_is_changed_from_its_current_version_only() {
        Client integration = counterfoil.as(Endpoint.CUSTOMER, "integration");
        String customerId = integration
                .get("/v1/customers")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("customerId")
                .asText();
        String path = "/v1/customers/" + customerId;
        String tag = integration.get(path).expect(200).header("ETag");
        Map<String, Object> change = Map.of("tradingName", "Changed by a test");
        Client editor = counterfoil.as(Endpoint.CUSTOMER, "operator");
        editor.patch(path, change).expect(428);
        editor.with("If-Match", "\"999\"").patch(path, change).expect(412);
        Reply changed = editor.with("If-Match", tag).patch(path, change).expect(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        editor.with("If-Match", tag)
                .patch(path, Map.of("tradingName", "Too late"))
                .expect(412);
        assertThat(integration.get(path).json().path("tradingName").asText()).isEqualTo("Changed by a test");
    }

    @Test
    void a_product_is_republished_from_its_current_version_only() {
        Client finance = counterfoil.as(Endpoint.ORDER, "finance");
        Map<String, Object> terms = Map.of(
                "name", "Sample",
                "planId", "setup-once",
                "pricePeriod", "ONCE",
                "revenueTreatment", "POINT_IN_TIME",
                "taxCategoryCode", "S");
        String tag = finance.put("/v1/products/VERSIONED", terms).expect(201).header("ETag");
        Map<String, Object> renamed = new java.util.HashMap<>(terms);
        renamed.put("name", "Sample, renamed");
        finance.put("/v1/products/VERSIONED", renamed).expect(428);
        finance.with("If-Match", "\"77\"")
                .put("/v1/products/VERSIONED", renamed)
                .expect(412);
        finance.with("If-Match", tag).put("/v1/products/VERSIONED", renamed).expect(200);
        assertThat(finance.get("/v1/products/VERSIONED")
                        .expect(200)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_dimension_is_listed_anew_from_its_current_version_only() {
        Client finance = counterfoil.as(Endpoint.LEDGER, "finance");
        String path = "/v1/dimensions/US01/salesRegion";
        Map<String, Object> one = Map.of("values", List.of(Map.of("code", "EMEA", "name", "Europe")));
        Map<String, Object> other = Map.of("values", List.of(Map.of("code", "AMER", "name", "Americas")));
        String tag = finance.put(path, one).expect(201).header("ETag");
        finance.put(path, other).expect(428);
        finance.with("If-Match", "\"77\"").put(path, other).expect(412);
        finance.with("If-Match", tag).put(path, other).expect(200);
        finance.put("/v1/dimensions/NO99/salesRegion", one).expect(404);
        finance.put(path, Map.of("values", List.of())).expect(422);
        assertThat(finance.get(path).expect(200).json().path("version").asInt()).isEqualTo(2);
        assertThat(finance.get("/v1/dimensions/US01").expect(200).json().path("items"))
                .isNotEmpty();
    }

    private static List<JsonNode> readAll(Client reader, String first) {
        List<JsonNode> all = new ArrayList<>();
        String next = first;
        while (next != null) {
            Reply page = reader.get(next).expect(200);
            all.addAll(Books.list(page.json().path("items")));
            String cursor = page.json().path("nextCursor").asText("");
            String link = page.header("Link");
            assertThat(link != null && link.contains("rel=\"next\""))
                    .as("Link of " + next)
                    .isEqualTo(!cursor.isEmpty());
            next = cursor.isEmpty() ? null : first + "&cursor=" + cursor;
        }
        return all;
    }
}
