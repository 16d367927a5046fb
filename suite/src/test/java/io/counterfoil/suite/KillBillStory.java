package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** One customer, and what the running billing does with it: the words in which the published stories are told. */
final class KillBillStory {
    private static final String BILLING = "io.counterfoil.billing.";

    private final Counterfoil counterfoil;
    private final StoryDays days;
    private final String name;
    private final String customer = UUID.randomUUID().toString();
    private final String correlation = UUID.randomUUID().toString();
    private final Client sales;
    private final Client finance;
    private final Map<String, String> seen = new HashMap<>();
    private String subscription;
    private String region = "OR";

    KillBillStory(Counterfoil counterfoil, StoryDays days, String name) {
        this.counterfoil = counterfoil;
        this.days = days;
        this.name = name;
        this.sales = counterfoil.as(Endpoint.BILLING, "sales").with("X-Correlation-Id", correlation);
        this.finance = counterfoil.as(Endpoint.BILLING, "finance").with("X-Correlation-Id", correlation);
    }

    @Override
    public String toString() {
        return name;
    }

    String name() {
        return name;
    }

    KillBillStory on(String day, Consumer<KillBillStory> act) {
        days.plan(day, name, () -> act.accept(this));
        return this;
    }

    /** Bills go to a state with a tax of its own. */
    KillBillStory taxedIn(String state) {
        region = state;
        return this;
    }

    void segment(String segment) {
        finance.put("/v1/billing-profiles/" + customer, Map.of("segment", segment))
                .ok();
    }

    void subscribes(String plan, String price) {
        subscribes(plan, price, Map.of());
    }

    void subscribes(String plan, String price, Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(more);
        wanted.put("customerId", customer);
        wanted.put("legalEntityId", "US01");
        wanted.put("currency", "USD");
        wanted.put("planId", plan);
        if (price != null) {
            wanted.put("unitPrice", price);
        }
        wanted.put(
                "billTo",
                Map.of("name", "Northwind Robotics Inc.", "address", Map.of("country", "US", "region", region)));
        subscription = sales.post("/v1/subscriptions", wanted)
                .expect(201)
                .json()
                .at("/subscription/subscriptionId")
                .asText();
    }

    /** A change of the subscription, as it was previewed to the cent. */
    void changes(Map<String, Object> change) {
        String path = "/v1/subscriptions/" + subscription + "/changes";
        JsonNode said = sales.post(path + "/preview", change).expect(200).json();
        JsonNode done = sales.post(path, change).expect(201).json();
        if (done.hasNonNull("invoiceId")) {
            assertThat(invoice(done.path("invoiceId").asText()).path("netAmount"))
                    .as("the invoice is as it was previewed")
                    .isEqualTo(said.path("netAmount"));
        }
    }

    void replaces(String plan, String price) {
        changes(Map.of("kind", "PLAN", "planId", plan, "unitPrice", price));
    }

    /** The same, from a day on. */
    void replaces(String plan, String price, String day) {
        changes(Map.of("kind", "PLAN", "planId", plan, "unitPrice", price, "effectiveDate", day));
    }

    /** Nothing is billed any more when the period that is paid for is over; what has ended by itself stays as it is. */
    void ends() {
        sales.post(
                        "/v1/subscriptions/" + subscription + "/changes",
                        Map.of("kind", "CANCEL", "reason", "the story is told", "effective", "END_OF_PERIOD"))
                .expect(201, 409);
    }

    void used(String key, String quantity, String at) {
        Map<String, Object> record = Map.of(
                "subscriptionId",
                subscription,
                "meterId",
                "kb-bullets",
                "key",
                key,
                "quantity",
                quantity,
                "usedAt",
                at);
        assertThat(counterfoil
                        .as(Endpoint.BILLING, "integration")
                        .post("/v1/usage", List.of(record))
                        .expect(200)
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    void pays(int invoice, String amount) {
        JsonNode payment = finance.post(
                        "/v1/payments",
                        Map.of(
                                "legalEntityId",
                                "US01",
                                "amount",
                                usd(amount),
                                "channel",
                                "bank",
                                "reference",
                                name + " " + UUID.randomUUID(),
                                "invoiceNumber",
                                invoices()
                                        .get(invoice - 1)
                                        .path("invoiceNumber")
                                        .asText()))
                .expect(201)
                .json();
        seen.put("payment", payment.path("paymentId").asText());
    }

    void isCredited(int invoice, String amount) {
        finance.post(
                        "/v1/credit-memos",
                        Map.of("invoiceId", id(invoice), "amount", usd(amount), "reasonCode", "GOODWILL"))
                .expect(201);
    }

    void isGranted(String amount) {
        finance.post(
                        "/v1/customer-credits",
                        Map.of(
                                "customerId",
                                customer,
                                "legalEntityId",
                                "US01",
                                "amount",
                                usd(amount),
                                "reasonCode",
                                "GOODWILL"))
                .expect(201);
    }

    Reply voids(int invoice) {
        return finance.post("/v1/invoices/" + id(invoice) + "/void", Map.of("reasonCode", "WRONG"));
    }

    void chargesBack() {
        seen.put(
                "dispute",
                finance.post(
                                "/v1/chargebacks",
                                Map.of(
                                        "paymentId",
                                        seen.get("payment"),
                                        "reference",
                                        name + " " + UUID.randomUUID(),
                                        "reasonCode",
                                        "FRAUD"))
                        .expect(201)
                        .json()
                        .path("disputeId")
                        .asText());
    }

    void winsTheChargeback() {
        finance.post("/v1/chargebacks/" + seen.get("dispute") + "/ending", Map.of("won", true))
                .expect(200);
    }

    void isRefunded(String amount, String mode) {
        String refund = finance.post(
                        "/v1/refunds",
                        Map.of(
                                "paymentId",
                                seen.get("payment"),
                                "amount",
                                usd(amount),
                                "mode",
                                mode,
                                "channel",
                                "bank",
                                "reasonCode",
                                "GOODWILL"))
                .expect(201)
                .json()
                .path("refundId")
                .asText();
        finance.post("/v1/refunds/" + refund + "/payment", Map.of("reference", name + " " + refund))
                .expect(200);
    }

    String state() {
        return sales.get("/v1/subscriptions/" + subscription)
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    /** What is left of the customer's credit. */
    String credit() {
        return items(finance, "/v1/customer-credits?customerId=" + customer).stream()
                .map(credit ->
                        new BigDecimal(credit.at("/remainingAmount/amount").asText()))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add)
                .toPlainString();
    }

    /** What is open on each invoice that counts. */
    List<String> open() {
        return invoices().stream()
                .filter(invoice -> !invoice.path("state").asText().equals("VOID"))
                .map(invoice -> invoice.at("/openAmount/amount").asText())
                .toList();
    }

    String balance() {
        return open().stream()
                .map(BigDecimal::new)
                .reduce(new BigDecimal(credit()).negate(), BigDecimal::add)
                .toPlainString();
    }

    /** All lines, invoice by invoice, in the days of the story. */
    List<String> lines() {
        return lines(days::told);
    }

    /** The same in the days of the calendar. */
    List<String> datedLines() {
        return lines(day -> day);
    }

    private List<String> lines(java.util.function.UnaryOperator<String> day) {
        List<String> lines = new ArrayList<>();
        for (JsonNode invoice : invoices()) {
            for (JsonNode line : invoice(invoice.path("invoiceId").asText()).path("lines")) {
                JsonNode period = line.path("servicePeriod");
                lines.add(line.path("type").asText() + " "
                        + (period.has("start")
                                ? day.apply(period.path("start").asText()) + "/"
                                        + day.apply(period.path("end").asText())
                                : "-")
                        + " " + line.at("/lineNetAmount/amount").asText());
            }
        }
        return lines;
    }

    /** What billing told of this business transaction, in the order of its history. */
    List<String> events() {
        return Books.list(archive().path("items")).stream()
                .map(event -> event.path("type").asText())
                .filter(type -> type.startsWith(BILLING))
                .map(type -> type.replace(BILLING, "").replace(".v1", ""))
                .toList();
    }

    /** The stages of dunning, each with its day. */
    List<String> stages() {
        return Books.list(archive().path("items")).stream()
                .filter(event -> event.path("type").asText().equals(BILLING + "invoice.overdue.v1"))
                .map(event -> event.path("data"))
                .map(data -> data.path("stage").asText() + " "
                        + days.told(data.path("effectiveDate").asText()))
                .toList();
    }

    private JsonNode archive() {
        return counterfoil
                .as(Endpoint.WAREHOUSE, "auditor")
                .get("/v1/events?limit=1000&correlationId=" + correlation)
                .expect(200)
                .json();
    }

    private List<JsonNode> invoices() {
        return items(finance, "/v1/invoices?customerId=" + customer).stream()
                .sorted(Comparator.comparing(
                        invoice -> invoice.path("invoiceNumber").asText()))
                .toList();
    }

    private String id(int invoice) {
        return invoices().get(invoice - 1).path("invoiceId").asText();
    }

    private JsonNode invoice(String id) {
        return finance.get("/v1/invoices/" + id).expect(200).json();
    }

    private static List<JsonNode> items(Client client, String path) {
        return Books.list(client.get(path).expect(200).json().path("items"));
    }

    private static Map<String, Object> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
