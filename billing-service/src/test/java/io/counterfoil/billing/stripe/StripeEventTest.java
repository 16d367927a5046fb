package io.counterfoil.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StripeEventTest {
    private static final Instant AT = Instant.parse("2026-01-15T18:30:00Z");

    @Test
    void a_success_is_what_was_received() {
        Receipt receipt = read("payment_intent.succeeded", "\"amount\":2000,\"amount_received\":1500");
        assertThat(receipt.amount()).isEqualTo(Money.of("15.00", "USD"));
        assertThat(receipt.reference()).isEqualTo("pi_1");
        assertThat(receipt.eventId()).isEqualTo("evt_1");
        assertThat(receipt.invoiceNumber()).isEqualTo("US01-2026-000001");
        assertThat(receipt.customerId()).isEqualTo(UUID.fromString("0190a1b2-0001-7000-8000-000000000001"));
        assertThat(receipt.gatewayCustomer()).isEqualTo("cus_1");
        assertThat(receipt.failure()).isNull();
    }

    @Test
    void a_failure_is_what_was_asked_for_with_the_reason() {
        Receipt receipt = read(
                "payment_intent.payment_failed",
                "\"amount\":2000,\"amount_received\":0,\"last_payment_error\":{\"code\":\"card_declined\",\"message\":\"No.\"}");
        assertThat(receipt.amount()).isEqualTo(Money.of("20.00", "USD"));
        assertThat(receipt.failure()).isEqualTo(new Receipt.Failure("card_declined", "No."));
    }

    @Test
    void an_expanded_customer_is_the_same_customer() {
        assertThat(read("payment_intent.succeeded", "\"amount\":1,\"customer\":{\"id\":\"cus_9\",\"name\":\"x\"}")
                        .gatewayCustomer())
                .isEqualTo("cus_9");
    }

    @Test
    void without_an_amount_or_a_currency_it_can_not_be_mapped() {
        for (String fields : new String[] {"\"amount\":0", "\"amount\":-5", "\"amount\":1.5", "\"amount\":\"12\""}) {
            assertThatThrownBy(() -> read("payment_intent.succeeded", fields))
                    .as(fields)
                    .isInstanceOf(UnreadableWebhook.class);
        }
    }

    @Test
    void what_is_no_event_is_seen() {
        for (String body : new String[] {
            "", "null", "[]", "{}", "{\"id\":\"evt\"}", "nonsense", "{\"id\":\"a\",\"type\":\"b\",\"data\":3}"
        }) {
            assertThat(StripeEvent.read(body.getBytes(StandardCharsets.UTF_8)))
                    .as(body)
                    .isEmpty();
        }
    }

    private static Receipt read(String type, String fields) {
        String customer = fields.contains("customer") ? "" : ",\"customer\":\"cus_1\"";
        String body = "{\"id\":\"evt_1\",\"type\":\"" + type
                + "\",\"data\":{\"object\":{\"id\":\"pi_1\",\"currency\":\"usd\","
                + fields + customer + ",\"metadata\":{\"invoice_number\":\"US01-2026-000001\","
                + "\"customer_id\":\"0190a1b2-0001-7000-8000-000000000001\"}}}}";
        return StripeEvent.read(body.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .receipt(AT);
    }
}
