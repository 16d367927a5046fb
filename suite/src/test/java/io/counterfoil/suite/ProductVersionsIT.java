package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Products, bundles and mappings live on in versions, each wanted by two people; what holds on a day can be read. */
class ProductVersionsIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client maker = counterfoil.as(Endpoint.ORDER, "finance");
    private final Client checker = counterfoil.as(Endpoint.ORDER, "controller");
    private final Client sales = counterfoil.as(Endpoint.ORDER, "sales");

    @Test
    void a_product_is_sold_once_another_person_agrees_and_from_its_day_on() {
        String path = "/v1/products/" + code();
        maker.put(path, terms("First", null)).expect(201);
        maker.get(path + "?asOf=" + today()).expect(404);
        maker.post(path + "/approval", null).expect(403);
        checker.with("If-Match", "\"7\"").post(path + "/approval", null).expect(412);
        checker.with("If-Match", "\"1\"").post(path + "/approval", null).expect(200);
        checker.post(path + "/approval", null).expect(409);
        String nextMonth = counterfoil.orders().today().plusMonths(1).toString();
        maker.with("If-Match", "\"1\"").put(path, terms("Second", nextMonth)).expect(200);
        maker.with("If-Match", "\"2\"").put(path, terms("Third", nextMonth)).expect(200);
        checker.post(path + "/rejection", null).expect(200);
        maker.with("If-Match", "\"3\"").put(path, terms("Fourth", nextMonth)).expect(200);
        checker.post(path + "/approval", null).expect(200);
        assertThat(name(path + "?asOf=" + today())).isEqualTo("First");
        assertThat(name(path + "?asOf=" + nextMonth)).isEqualTo("Fourth");
        assertThat(Books.list(maker.get(path + "/versions").expect(200).json().path("items")))
                .extracting(version -> version.path("state").asText())
                .containsExactly("APPROVED", "REPLACED", "REJECTED", "APPROVED");
        assertThat(audited(path))
                .containsExactly("proposed", "approved", "proposed", "proposed", "rejected", "proposed", "approved");
    }

    @Test
    void a_bundle_is_quoted_and_invoiced_as_its_parts_to_the_cent_and_asked_many_times_it_is_one_order() {
        String bundle = code();
        approved(
                "/v1/products/" + bundle,
                Map.of(
                        "name", "Starter",
                        "pricePeriod", "YEAR",
                        "components", List.of(component("PLATFORM-Y", 1), component("SUPPORT-Y", 3))));
        maker.post(
                        "/v1/price-books/list/imports",
                        Map.of(
                                "entries",
                                List.of(Map.of(
                                        "productId",
                                        bundle,
                                        "currency",
                                        "USD",
                                        "unitPrice",
                                        "2000.00",
                                        "tolerance",
                                        "0.10"))))
                .expect(200);
        Map<String, Object> wanted = new LinkedHashMap<>(counterfoil.orders().request());
        wanted.put("lines", List.of(Map.of("productId", bundle, "quantity", "2", "unitPrice", "1999.99")));
        String quote = sales.post("/v1/quotes", wanted)
                .expect(201)
                .json()
                .path("quoteId")
                .asText();
        JsonNode priced = await("the figures of " + quote)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> sales.get("/v1/quotes/" + quote).expect(200).json(),
                        found -> found.path("state").asText().equals("APPROVED"));
        List<CompletableFuture<Reply>> asked = Stream.generate(
                        () -> sales.with("Idempotency-Key", UUID.randomUUID().toString())
                                .sendAsync("POST", "/v1/quotes/" + quote + "/order", null))
                .limit(8)
                .toList();
        List<String> orders = asked.stream()
                .map(each -> each.join().expect(200, 201).json().path("orderId").asText())
                .distinct()
                .toList();
        assertThat(orders).hasSize(1);
        counterfoil.orders().awaitState(orders.get(0), "COMPLETED");
        JsonNode lines = counterfoil.orders().order(orders.get(0)).path("lines");
        assertThat(Books.list(lines))
                .extracting(line -> line.path("bundleId").asText())
                .containsOnly(bundle);
        assertThat(Books.list(lines).stream()
                        .map(line -> new BigDecimal(line.at("/lineTotal/amount").asText()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("3999.98");
        assertThat(counterfoil.orders().invoice(orders.get(0)).path("payableAmount"))
                .isEqualTo(priced.at("/figures/invoices/0/totalAmount"));
        counterfoil.books().balance();
    }

    @Test
    void a_bundles_discount_is_that_of_its_parts_alone_in_the_contract_and_in_the_ledger() {
        String bundle = code();
        approved(
                "/v1/products/" + bundle,
                Map.of(
                        "name",
                        "Cheaper together",
                        "pricePeriod",
                        "YEAR",
                        "standaloneSellingPrices",
                        List.of(Map.of("currency", "USD", "unitPrice", "1500.00")),
                        "components",
                        List.of(component("PLATFORM-Y", 1), component("SUPPORT-Y", 1))));
        Map<String, String> price =
                Map.of("productId", bundle, "currency", "USD", "unitPrice", "1500.00", "tolerance", "0.10");
        maker.post("/v1/price-books/list/imports", Map.of("entries", List.of(price)))
                .expect(200);
        Map<String, Object> wanted = new LinkedHashMap<>(counterfoil.orders().request());
        wanted.put("lines", List.of(Orders.line(bundle, "1500.00"), Orders.line("SETUP", "500.00")));
        String order = counterfoil.orders().place(wanted);
        counterfoil.orders().awaitState(order, "COMPLETED");
        JsonNode contract =
                sales.get("/v1/contracts?orderId=" + order).expect(200).json().at("/items/0");
        Map<String, String> shares = Map.of("PLATFORM-Y", "1150.16", "SUPPORT-Y", "349.84", "SETUP", "500.00");
        assertThat(byProduct(contract, "transactionPrice")).isEqualTo(shares);
        String kept = "/v1/revenue-contracts/" + contract.path("contractId").asText();
        assertThat(byProduct(
                        counterfoil
                                .as(Endpoint.LEDGER, "finance")
                                .get(kept)
                                .expect(200)
                                .json(),
                        "allocated"))
                .isEqualTo(shares);
        counterfoil.books().balance();
    }

    private static Map<String, String> byProduct(JsonNode contract, String amount) {
        Map<String, String> amounts = new LinkedHashMap<>();
        contract.path("obligations")
                .forEach(one -> amounts.put(
                        one.path("productId").asText(),
                        one.path(amount).path("amount").asText()));
        return amounts;
    }

    @Test
    void what_is_in_a_bundle_is_sold_and_priced_for_the_same_time() {
        String bundle = "/v1/products/" + code();
        Map<String, Object> terms = new LinkedHashMap<>(Map.of("name", "Wrong", "pricePeriod", "YEAR"));
        for (String part : List.of("NO-SUCH-THING", "SETUP")) {
            terms.put("components", List.of(component(part, 1)));
            assertThat(maker.put(bundle, terms)
                            .expect(422)
                            .json()
                            .at("/errors/0/pointer")
                            .asText())
                    .isEqualTo("/components/0/productId");
        }
        terms.put("planId", "setup-once");
        maker.put(bundle, terms).expect(422);
    }

    @Test
    void many_are_proposed_with_a_report_and_approved_together() {
        String good = code();
        JsonNode report = maker.post(
                        "/v1/product-imports",
                        Map.of(
                                "products",
                                List.of(
                                        Map.of("productId", good, "terms", terms("Imported", null)),
                                        Map.of(
                                                "productId",
                                                code(),
                                                "terms",
                                                Map.of("name", "Half", "pricePeriod", "ONCE")))))
                .expect(200)
                .json();
        assertThat(report.path("proposed").asInt()).isEqualTo(1);
        assertThat(report.path("refused").asInt()).isEqualTo(1);
        assertThat(report.path("errors").findValuesAsText("pointer"))
                .containsExactly(
                        "/products/1/terms/planId",
                        "/products/1/terms/revenueTreatment",
                        "/products/1/terms/taxCategoryCode");
        maker.post("/v1/product-imports/approvals", Map.of("products", report.path("proposals")))
                .expect(403);
        checker.post("/v1/product-imports/approvals", Map.of("products", report.path("proposals")))
                .expect(200);
        JsonNode mapped = maker.post(
                        "/v1/product-mapping-imports",
                        Map.of("mappings", List.of(mapping(good, good), mapping(code(), "NO-SUCH-THING"))))
                .expect(200)
                .json();
        assertThat(mapped.path("errors").findValuesAsText("pointer")).containsExactly("/mappings/1/productId");
        checker.post("/v1/product-mapping-imports/approvals", Map.of("mappings", mapped.path("proposals")))
                .expect(200);
        String path = "/v1/product-mappings/import/" + good;
        assertThat(checker.get(path + "?asOf=" + today())
                        .expect(200)
                        .json()
                        .path("productId")
                        .asText())
                .isEqualTo(good);
        maker.put(path, Map.of("productId", "SETUP")).expect(200);
        checker.post(path + "/rejection", null).expect(200);
        assertThat(checker.get(path + "?asOf=" + today())
                        .expect(200)
                        .json()
                        .path("productId")
                        .asText())
                .isEqualTo(good);
        checker.get(path + "/versions").expect(200);
    }

    private void approved(String path, Map<String, Object> terms) {
        maker.put(path, terms).expect(201);
        checker.post(path + "/approval", null).expect(200);
    }

    private List<String> audited(String path) {
        return Books.list(counterfoil
                        .as(Endpoint.ORDER, "auditor")
                        .get("/v1/audit-entries?object=product&objectId=" + path.substring(path.lastIndexOf('/') + 1))
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .map(entry -> entry.path("act").asText())
                .toList();
    }

    private String name(String path) {
        return maker.get(path).expect(200).json().path("name").asText();
    }

    private String today() {
        return counterfoil.orders().today().toString();
    }

    private static String code() {
        return "P-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase();
    }

    private static Map<String, Object> component(String product, int quantity) {
        return Map.of("productId", product, "quantity", quantity);
    }

    private static Map<String, Object> mapping(String code, String product) {
        return Map.of("system", "import", "externalCode", code, "productId", product);
    }

    private static Map<String, Object> terms(String name, String validFrom) {
        Map<String, Object> terms = new LinkedHashMap<>(Map.of(
                "name", name,
                "planId", "setup-once",
                "pricePeriod", "ONCE",
                "revenueTreatment", "POINT_IN_TIME",
                "taxCategoryCode", "S",
                "erpItems", List.of(Map.of("system", "erp", "item", "100-4711"))));
        if (validFrom != null) {
            terms.put("validFrom", validFrom);
        }
        return terms;
    }
}
