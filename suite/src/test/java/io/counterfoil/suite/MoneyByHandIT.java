package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What finance does with invoices, money and credit by hand; what is worth much takes two. */
class MoneyByHandIT {
    private static final Map<String, String> MISTAKE = Map.of("reasonCode", "MISTAKE");

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance");
    private final Client controller = counterfoil.as(Endpoint.BILLING, "controller");

    @AfterEach
    void the_books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void a_credit_memo_stands_until_it_is_voided_and_a_large_one_takes_two() {
        Sale sale = Sale.of(counterfoil, "20000.00");
        String small = made("/v1/credit-memos", about(sale, "10.00"), "creditMemoId");
        finance.get(small).expect(200);
        finance.get(small + "/document").expect(200);
        finance.post(small + "/void", MISTAKE).expect(200);
        finance.post(small + "/void", MISTAKE).expect(409);
        String large = made("/v1/credit-memos", about(sale, "15000.00"), "creditMemoId");
        finance.post(large + "/decision", Map.of("approved", true)).expect(403, 409);
        controller.post(large + "/decision", Map.of("approved", true)).expect(200);
    }

    @Test
    void credit_is_granted_and_withdrawn_and_a_large_one_takes_two() {
        String small = made("/v1/customer-credits", credit("25.00"), "creditId");
        finance.get(small).expect(200);
        finance.post(small + "/withdrawal", null).expect(200);
        String large = made("/v1/customer-credits", credit("2500.00"), "creditId");
        finance.post(large + "/decision", Map.of("approved", true)).expect(403, 409);
        controller.post(large + "/decision", Map.of("approved", false)).expect(200);
    }

    @Test
    void what_is_given_up_takes_two_and_money_that_comes_after_all_makes_it_good() {
        Sale sale = Sale.of(counterfoil, "100.00");
        String given = made("/v1/write-offs", Map.of("invoiceId", sale.invoiceId(), "reasonCode", "OLD"), "writeOffId");
        controller.post(given + "/decision", Map.of("verdict", "APPROVE")).expect(200);
        finance.get(given).expect(200);
        String payment = paid("20.00", Map.of("customerId", sale.customer()));
        finance.post(payment + "/recoveries", Map.of("invoiceId", sale.invoiceId(), "amount", usd("20.00")))
                .expect(201);
    }

    @Test
    void cash_is_applied_taken_off_again_and_returned() {
        Sale sale = Sale.of(counterfoil, "100.00");
        String payment = paid("30.00", Map.of());
        finance.post(payment + "/fees", Map.of("kind", "PROCESSING", "amount", usd("1.00")))
                .expect(201);
        JsonNode applied = finance.post(
                        payment + "/applications", Map.of("invoiceId", sale.invoiceId(), "amount", usd("30.00")))
                .expect(201)
                .json();
        String application = applied.findValue("applicationId").asText();
        finance.post(payment + "/applications/" + application + "/reversal", MISTAKE)
                .expect(200);
        finance.post(payment + "/return", MISTAKE).expect(200);
        assertThat(sale.invoice().path("openAmount")).isEqualTo(sale.invoice().path("payableAmount"));
    }

    @Test
    void a_large_refund_takes_two_and_is_paid_by_hand_where_the_money_came_by_hand() {
        Sale sale = Sale.of(counterfoil, "2000.00");
        String payment = paid("2165.00", Map.of("invoiceNumber", sale.number()));
        Map<String, Object> wanted = Map.of(
                "paymentId", payment.substring(payment.lastIndexOf('/') + 1),
                "amount", usd("1500.00"),
                "reasonCode", "GOODWILL");
        String refund = made("/v1/refunds", wanted, "refundId");
        controller.post(refund + "/decision", Map.of("approved", true)).expect(200);
        counterfoil.stack().time().settle();
        finance.post(refund + "/payment", Map.of("reference", "transfer 4711")).expect(200);
        assertThat(finance.get(refund).expect(200).json().path("state").asText())
                .isEqualTo("PAID");
    }

    @Test
    void an_invoice_that_should_not_be_is_voided() {
        Sale sale = Sale.of(counterfoil, "100.00");
        finance.post("/v1/invoices/" + sale.invoiceId() + "/void", MISTAKE).expect(200);
        sale.awaitInvoice("VOID");
    }

    @Test
    void a_draft_is_discarded_or_issued() {
        Sale sale = Sale.of(counterfoil, "100.00");
        String agreement = finance.get("/v1/subscriptions/" + sale.subscription())
                .expect(200)
                .json()
                .path("agreementId")
                .asText();
        String draft = made("/v1/invoices/drafts", draft(agreement), "draftId");
        finance.get("/v1/invoices/drafts").expect(200);
        finance.get(draft).expect(200);
        finance.post(draft + "/discard", null).expect(200);
        finance.post(draft + "/issue", null).expect(409);
        finance.post(made("/v1/invoices/drafts", draft(agreement), "draftId") + "/issue", null)
                .expect(200);
    }

    @Test
    void a_billing_run_says_what_it_would_bill() {
        Reply begun = finance.post("/v1/billing-runs", Map.of("legalEntityId", "US01", "dryRun", true));
        String run =
                "/v1/billing-runs/" + begun.expect(201).json().path("runId").asText();
        finance.get("/v1/billing-runs").expect(200);
        finance.get(run).expect(200);
        finance.get(run + "/not-billed").expect(200);
    }

    @Test
    void a_change_is_previewed_made_and_taken_back_before_its_day() {
        Sale sale = Sale.of(counterfoil, "100.00");
        Client sales = counterfoil.as(Endpoint.BILLING, "sales");
        String changes = "/v1/subscriptions/" + sale.subscription() + "/changes";
        Map<String, Object> change = Map.of("kind", "QUANTITY", "quantity", "3", "effective", "END_OF_PERIOD");
        sales.post(changes + "/preview", change).expect(200);
        JsonNode made = sales.post(changes, change).expect(201).json();
        String id = made.findValue("changeId").asText();
        sales.send("DELETE", changes + "/" + id, null).expect(200);
        sales.post(
                        "/v1/subscriptions/" + sale.subscription() + "/discounts",
                        Map.of(
                                "discount",
                                Map.of("discountId", "loyal", "name", "Loyal", "percentage", "10", "periods", 1)))
                .expect(201);
    }

    @Test
    void a_rate_of_a_tax_authority_is_read_as_it_was_published() {
        String rate = "/v1/tax-exchange-rates/USD/SEK";
        finance.put(rate, Map.of("rate", "10.5", "validFrom", "2020-01-01", "source", "a test"))
                .expect(200);
        finance.get(rate).expect(200);
    }

    /** Where it is from now on. */
    private String made(String path, Map<String, ?> wanted, String id) {
        return path + "/"
                + finance.post(path, wanted).expect(201).json().path(id).asText();
    }

    /** Money that came by bank and says for what it is, or does not. */
    private String paid(String amount, Map<String, String> about) {
        Map<String, Object> told = new HashMap<>(about);
        told.put("legalEntityId", "US01");
        told.put("amount", usd(amount));
        told.put("channel", "bank");
        told.put("reference", UUID.randomUUID().toString());
        return made("/v1/payments", told, "paymentId");
    }

    private Map<String, Object> credit(String amount) {
        return Map.of(
                "customerId",
                UUID.randomUUID().toString(),
                "legalEntityId",
                "US01",
                "amount",
                usd(amount),
                "reasonCode",
                "GOODWILL");
    }

    private static Map<String, Object> about(Sale sale, String amount) {
        return Map.of("invoiceId", sale.invoiceId(), "amount", usd(amount), "reasonCode", "SERVICE");
    }

    private static Map<String, Object> draft(String agreement) {
        Map<String, Object> charge =
                Map.of("type", "ONE_TIME", "description", "By hand", "amount", usd("15.00"), "taxCategoryCode", "S");
        return Map.of("agreementId", agreement, "charges", List.of(charge));
    }

    private static Map<String, String> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
