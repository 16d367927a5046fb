package io.counterfoil.customer.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.customer.server.CustomerApi;
import io.counterfoil.customer.server.CustomerApi.Answer;
import io.counterfoil.customer.server.TestBroker;
import io.counterfoil.customer.server.TestTokens;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The archive that ships, from outside: every answer is held against openapi.yaml. */
@ExtendWith(ArquillianExtension.class)
class CustomerApiIT {

    private final CustomerApi integration = CustomerApi.as("integration");
    private final CustomerApi operator = CustomerApi.as("operator");

    @Deployment(testable = false)
    static WebArchive customerService() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/customer-service.war"))
                .addAsWebInfResource(
                        new StringAsset("<web-ext><context-root uri=\"/\"/></web-ext>"), "ibm-web-ext.xml");
    }

    @Test
    void a_customer_is_created_then_known_and_told_once_to_each_consumer() throws Exception {
        String path = byReference();
        String body = said("Told Inc.", taxId());
        Answer created = integration
                .send("PUT", path, body, Map.of("X-Correlation-Id", "told-1"))
                .expect(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Location")).endsWith("/v1/customers/" + created.text("/customerId"));
        assertThat(created.header("X-Correlation-Id")).isEqualTo("told-1");
        Answer known = integration.put(path, body).expect(200);
        assertThat(known.text("/matchedBy")).isEqualTo("REFERENCE");
        assertThat(known.json().get("version").asLong()).isEqualTo(1);

        List<ClientMessage> told = TestBroker.take("warehouse.customer-events", 1).stream()
                .filter(message -> created.text("/customerId").equals(message.getStringProperty("cloudEvents_subject")))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getStringProperty("cloudEvents_type")).isEqualTo(CustomerCreated.TYPE);
        assertThat(told.get(0).getStringProperty("cloudEvents_correlationid")).isEqualTo("told-1");
    }

    @Test
    void a_second_account_is_recognised_by_tax_id_however_written() throws Exception {
        String number = String.valueOf(System.nanoTime());
        Answer first = integration
                .put(byReference(), said("Muster GmbH", "DE" + number))
                .expect(201);
        Answer second = integration
                .put(byReference(), said("Muster GmbH", "de " + number.charAt(0) + "." + number.substring(1)))
                .expect(200);
        assertThat(second.text("/customerId")).isEqualTo(first.text("/customerId"));
        assertThat(second.text("/matchedBy")).isEqualTo("TAX_ID");
        assertThat(second.json().get("references")).hasSize(2);
    }

    @Test
    void what_is_ambiguous_is_refused_parked_once_and_replayed_after_a_person_has_decided() throws Exception {
        String path = byReference();
        String tax = taxId();
        integration.put(path, said("One Inc.", taxId())).expect(201);
        Answer other = integration.put(byReference(), said("Other Inc.", tax)).expect(201);
        integration.put(path, said("One Inc.", tax)).refused(409, "ambiguous-match");
        Answer refused = integration.put(path, said("One Inc.", tax)).refused(409, "ambiguous-match");
        assertThat(refused.json().get("retryable").asBoolean()).isFalse();

        String subject = path.substring("/v1/customers/by-reference/".length()).replace('/', ':');
        Answer parked =
                operator.get("/v1/exceptions?state=OPEN&subject=" + subject).expect(200);
        assertThat(parked.json().get("items")).hasSize(1);
        String exception = "/v1/exceptions/" + parked.text("/items/0/id");
        operator.post(exception + "/replay", "").refused(409, "ambiguous-match");

        String link = "/v1/customers/" + other.text("/customerId") + "/references/" + subject.replace(':', '/');
        operator.send("PUT", link, null, Map.of("If-Match", "\"1\"")).expect(200);
        assertThat(operator.post(exception + "/replay", "").expect(200).text("/state"))
                .isEqualTo("RESOLVED");
        assertThat(integration.put(path, said("One Inc.", tax)).expect(200).text("/customerId"))
                .isEqualTo(other.text("/customerId"));
    }

    @Test
    void a_patch_needs_the_version_that_was_read() throws Exception {
        Answer created =
                integration.put(byReference(), said("Patched Inc.", taxId())).expect(201);
        String path = "/v1/customers/" + created.text("/customerId");
        String patch = "{\"segment\":\"SMB\",\"email\":null}";
        operator.send("PATCH", path, patch, Map.of()).refused(428, "precondition-missing");
        operator.send("PATCH", path, patch, Map.of("If-Match", "\"9\"")).refused(412, "stale");
        Answer changed =
                operator.send("PATCH", path, patch, Map.of("If-Match", "\"1\"")).expect(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.text("/segment")).isEqualTo("SMB");
        assertThat(changed.json().has("email")).isFalse();
        operator.send("PATCH", path, patch, Map.of("If-Match", "\"1\"")).refused(412, "stale");
        assertThat(operator.send(
                                "PATCH",
                                path,
                                patch,
                                Map.of("If-Match", "\"2\"", "Content-Type", "application/merge-patch+json"))
                        .expect(200)
                        .header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void of_ten_who_read_the_same_version_one_may_change_it() throws Exception {
        Answer created =
                integration.put(byReference(), said("Raced Inc.", taxId())).expect(201);
        String path = "/v1/customers/" + created.text("/customerId");
        List<Callable<Integer>> patches = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String patch = "{\"segment\":\"S" + i + "\"}";
            patches.add(() -> operator.send("PATCH", path, patch, Map.of("If-Match", "\"1\""))
                    .response()
                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        for (Future<Integer> answer : threads.invokeAll(patches)) {
            answers.add(answer.get());
        }
        threads.shutdown();
        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(operator.get(path).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_customer_moves_as_its_state_chart_says_and_every_version_is_kept() throws Exception {
        Answer created =
                integration.put(byReference(), said("Moved Inc.", taxId())).expect(201);
        String path = "/v1/customers/" + created.text("/customerId");
        move(path, 1, "SUSPENDED").expect(200);
        Answer refused = move(path, 2, "PROSPECT").refused(409, "illegal-move");
        assertThat(refused.text("/remedy")).contains("ACTIVE", "CLOSED");
        move(path, 2, "ACTIVE").expect(200);
        move(path, 3, "CLOSED").expect(200);
        move(path, 4, "ACTIVE").refused(409, "illegal-move");
        operator.send("PATCH", path, "{\"segment\":\"X\"}", Map.of("If-Match", "\"4\""))
                .refused(409, "illegal-move");

        Answer versions =
                CustomerApi.as("auditor").get(path + "/versions?limit=3").expect(200);
        assertThat(versions.json().get("items")).hasSize(3);
        assertThat(versions.text("/items/0/reason")).isEqualTo("by test");
        assertThat(versions.text("/items/0/changedBy")).isEqualTo("operator@counterfoil.example");
        assertThat(versions.text("/items/0/goldenRecord/state")).isEqualTo("CLOSED");
        Answer last = CustomerApi.as("auditor")
                .get(path + "/versions?cursor=" + versions.text("/nextCursor"))
                .expect(200);
        assertThat(last.text("/items/0/source")).isEqualTo("crm");
        assertThat(last.json().has("nextCursor")).isFalse();
    }

    @Test
    void lists_page_to_the_end_without_gaps_and_filter() throws Exception {
        String name = "Paged " + UUID.randomUUID();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            made.add(integration
                    .put(byReference(), said(name + " " + i, taxId()))
                    .expect(201)
                    .text("/customerId"));
        }
        CustomerApi sales = CustomerApi.as("sales");
        String query = "/v1/customers?limit=2&name=" + name.replace(" ", "%20");
        Set<String> seen = new HashSet<>();
        Answer page = sales.get(query).expect(200);
        page.json().get("items").forEach(item -> seen.add(item.get("customerId").asText()));
        while (page.json().has("nextCursor")) {
            page = sales.get(query + "&cursor=" + page.text("/nextCursor")).expect(200);
            page.json()
                    .get("items")
                    .forEach(item -> seen.add(item.get("customerId").asText()));
        }
        assertThat(seen).isEqualTo(made);
        String tax = taxId();
        String reference = byReference();
        integration.put(reference, said("Filtered Inc.", tax)).expect(201);
        String id = reference.substring(reference.lastIndexOf('/') + 1);
        for (String filter : List.of("taxId=" + tax, "taxId=us" + tax, "reference=" + id, "reference=crm:" + id)) {
            assertThat(sales.get("/v1/customers?state=ACTIVE&" + filter)
                            .expect(200)
                            .json()
                            .get("items"))
                    .as(filter)
                    .hasSize(1);
        }
        assertThat(sales.get("/v1/customers?state=CLOSED&taxId=" + tax)
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(sales.get(reference).expect(200).text("/legalName")).isEqualTo("Filtered Inc.");
    }

    @Test
    void a_person_creates_a_customer_once_for_each_key() throws Exception {
        String tax = taxId();
        String body = said("Created Inc.", tax);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = operator.send("POST", "/v1/customers", body, key).expect(201);
        Answer again = operator.send("POST", "/v1/customers", body, key).expect(201);
        assertThat(again.header("Idempotency-Hit")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        operator.send("POST", "/v1/customers", said("Other Inc.", tax), key).refused(422, "idempotency-key-reused");
        operator.post("/v1/customers", body).refused(409, "tax-registration-taken");
    }

    @Test
    void a_wrong_request_gets_a_clear_problem_and_changes_nothing() throws Exception {
        String path = byReference();
        integration.put(path, "{").refused(400, "malformed-json");
        integration.put(path, "").refused(422, "invalid");
        integration.put(path, "null").refused(422, "invalid");
        integration.put(path, "[]").refused(422, "invalid");
        Answer unknown =
                integration.put(path, "{\"legalName\":\"A\",\"creditLimit\":1}").refused(422, "invalid");
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/creditLimit");
        Answer nested = integration
                .put(
                        path,
                        "{\"legalName\":\"A\",\"taxRegistrations\":[{\"scheme\":\"VAT\",\"country\":\"XX\",\"id\":\"1\"}]}")
                .refused(422, "invalid");
        assertThat(nested.text("/errors/0/pointer")).isEqualTo("/taxRegistrations/0/country");
        integration
                .put(path, "{\"legalName\":\"A\",\"taxRegistrations\":[null]}")
                .refused(422, "invalid");
        integration.put(path, "{\"legalName\":7}").refused(422, "invalid");
        integration.put(path, "{\"legalName\":\"A\",\"state\":\"CLOSED\"}").refused(422, "invalid");
        integration.put(path, "{\"legalName\":\"A\",\"state\":\"NEW\"}").refused(422, "invalid");
        integration.put(path, "{\"legalName\":\"A\\u0000\"}").refused(422, "invalid");
        integration.put(path, "{}").refused(422, "invalid");
        integration
                .put(path, "{\"legalName\":\"" + "x".repeat(1_100_000) + "\"}")
                .refused(413, "body-too-large");
        integration
                .send("PUT", path, "<a/>", Map.of("Content-Type", "application/xml"))
                .expect(415);
        integration
                .put("/v1/customers/by-reference/-bad-/1", said("A", taxId()))
                .refused(422, "invalid");
        integration.get(path).refused(404, "not-found");
        operator.get("/v1/customers?limit=0").refused(422, "invalid");
        operator.get("/v1/customers?limit=many").expect(422);
        operator.get("/v1/customers?state=NEW").expect(422);
        operator.get("/v1/customers?cursor=!!!").refused(422, "invalid");
        operator.get("/v1/customers?reference=%00").refused(422, "invalid");
        operator.get("/v1/customers?name=%00&taxId=%00").expect(200);
        operator.get("/v1/customers/no-uuid").expect(404);
        operator.get("/v1/customers/" + UUID.randomUUID()).refused(404, "not-found");
        operator.get("/v1/customers/" + UUID.randomUUID() + "/versions").refused(404, "not-found");
    }

    @Test
    void only_a_valid_token_with_a_role_of_the_operation_is_let_in() throws Exception {
        String path = byReference();
        String body = said("Refused Inc.", taxId());
        CustomerApi.anonymous().put(path, body).refused(401, "token-missing");
        CustomerApi.with("nonsense").put(path, body).refused(401, "token-missing");
        CustomerApi.with(TestTokens.expired("integration")).put(path, body).refused(401, "token-missing");
        CustomerApi.with(TestTokens.forged("integration")).put(path, body).refused(401, "token-missing");
        CustomerApi.with(TestTokens.forOthers("integration")).put(path, body).refused(401, "token-missing");
        Answer refused = CustomerApi.as("auditor")
                .send("PUT", path, body, Map.of("X-Correlation-Id", "refused-1"))
                .refused(403, "role-missing");
        assertThat(refused.header("X-Correlation-Id")).isEqualTo("refused-1");
        assertThat(refused.text("/correlationId")).isEqualTo("refused-1");
        CustomerApi.as("sales").post("/v1/customers", body).refused(403, "role-missing");
        integration.get(path).refused(404, "not-found");
        assertThat(CustomerApi.raw("/health/ready").statusCode()).isEqualTo(200);
        assertThat(CustomerApi.raw("/openapi").body()).contains("onboardCustomer");
    }

    private Answer move(String path, int version, String state) throws Exception {
        String body = "{\"state\":\"" + state + "\",\"reason\":\"by test\"}";
        return operator.send("PUT", path + "/state", body, Map.of("If-Match", "\"" + version + "\""));
    }

    private static String byReference() {
        return "/v1/customers/by-reference/crm/" + UUID.randomUUID();
    }

    private static String taxId() {
        return String.valueOf(System.nanoTime());
    }

    private static String said(String name, String taxId) {
        String country = taxId.toUpperCase().startsWith("DE") ? "DE" : "US";
        return "{\"legalName\":\"" + name + "\",\"email\":\"billing@" + UUID.randomUUID()
                + ".example\",\"taxRegistrations\":[{\"scheme\":\"VAT\",\"country\":\"" + country + "\",\"id\":\""
                + taxId + "\"}]}";
    }
}
