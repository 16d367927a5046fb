package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money that goes back, whoever began it: refunds of ours, refunds made at the gateway, and payers who dispute. */
class MoneyBackIT {
    private final Counterfoil counterfoil = Counterfoil.running();
    private final Gateway gateway = counterfoil.gateway();

    @AfterEach
    void the_books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void a_refund_made_at_the_gateway_is_booked_once_however_often_it_is_told() {
        Sale sale = Sale.of(counterfoil, "200.00");
        String intent = sale.paid();
        gateway.suffer(Map.of("duplicates", 1));
        gateway.giveBack(intent, 1_650);
        JsonNode payment = sale.awaitPayment("PARTIALLY_REFUNDED");
        gateway.suffer(Map.of());
        counterfoil.stack().time().settle();
        List<JsonNode> refunds = refunds(payment);
        assertThat(refunds).hasSize(1);
        assertThat(refunds.get(0).at("/amount/amount").asText()).isEqualTo("16.50");
        assertThat(refunds.get(0).path("state").asText()).isEqualTo("PAID");
        gateway.giveBack(intent, 20_000);
        sale.awaitPayment("REFUNDED");
        assertThat(refunds(payment)).hasSize(2);
    }

    @Test
    void a_refund_of_ours_is_paid_once_and_the_gateway_s_word_about_it_changes_nothing() {
        Sale sale = Sale.of(counterfoil, "100.00");
        sale.paid();
        JsonNode payment = sale.payments().get(0);
        String id = refund(sale, payment, "8.25", "REOPEN_RECEIVABLE");
        await().atMost(Duration.ofSeconds(30)).until(() -> sale.finance()
                .get("/v1/refunds/" + id)
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("PAID"));
        counterfoil.stack().time().settle();
        assertThat(refunds(payment)).hasSize(1);
        assertThat(sale.invoice().path("state").asText()).isEqualTo("PARTIALLY_PAID");
        assertThat(sale.invoice().at("/openAmount/amount").asText()).isEqualTo("8.25");
    }

    @Test
    void a_chargeback_that_is_lost_leaves_the_invoice_open_again() {
        Sale sale = Sale.of(counterfoil, "300.00");
        String dispute = gateway.dispute(sale.paid());
        sale.awaitPayment("DISPUTED");
        sale.awaitInvoice("ISSUED");
        assertThat(sale.invoice().path("openAmount")).isEqualTo(sale.invoice().path("payableAmount"));
        gateway.decide(dispute, false);
        JsonNode payment = sale.awaitPayment("LOST");
        assertThat(sale.invoice().path("state").asText()).isEqualTo("ISSUED");
        JsonNode chargeback = chargeback(sale, payment);
        assertThat(sale.finance()
                        .get("/v1/chargebacks/" + chargeback.path("disputeId").asText())
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("LOST");
        gateway.payInFull(sale.invoice());
        sale.awaitInvoice("PAID");
    }

    @Test
    void a_chargeback_that_is_won_settles_the_invoice_again() {
        Sale sale = Sale.of(counterfoil, "400.00");
        String dispute = gateway.dispute(sale.paid());
        sale.awaitInvoice("ISSUED");
        gateway.decide(dispute, true);
        JsonNode payment = sale.awaitPayment("WON");
        sale.awaitInvoice("PAID");
        assertThat(chargeback(sale, payment).path("state").asText()).isEqualTo("WON");
    }

    private String refund(Sale sale, JsonNode payment, String amount, String mode) {
        return sale.finance()
                .post(
                        "/v1/refunds",
                        Map.of(
                                "paymentId",
                                payment.path("paymentId").asText(),
                                "amount",
                                Map.of("amount", amount, "currency", "USD"),
                                "mode",
                                mode,
                                "reasonCode",
                                "GOODWILL"))
                .expect(201)
                .json()
                .path("refundId")
                .asText();
    }

    private List<JsonNode> refunds(JsonNode payment) {
        return items("/v1/refunds?paymentId=" + payment.path("paymentId").asText());
    }

    private JsonNode chargeback(Sale sale, JsonNode payment) {
        return items("/v1/chargebacks?paymentId=" + payment.path("paymentId").asText())
                .get(0);
    }

    private List<JsonNode> items(String path) {
        return Books.list(counterfoil
                .as(Endpoint.BILLING, "finance")
                .get(path)
                .expect(200)
                .json()
                .path("items"));
    }
}
