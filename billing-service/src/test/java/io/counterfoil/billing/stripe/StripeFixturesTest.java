package io.counterfoil.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real payloads of several API versions that nobody here wrote; skipped where they are not at hand. */
class StripeFixturesTest {
    private final Path folder = Path.of(System.getProperty("counterfoil.fixtures", ""), "stripe");

    @BeforeEach
    void third_party_samples_are_at_hand() {
        assumeTrue(
                !System.getProperty("counterfoil.fixtures", "").isBlank() && Files.isDirectory(folder),
                "set -Dcounterfoil.fixtures to the folder of third-party samples to run this test");
    }

    @TestFactory
    Stream<DynamicTest> every_event_is_read_and_only_payments_refunds_and_disputes_concern_money() throws IOException {
        third_party_samples_are_at_hand();
        List<Path> events;
        try (Stream<Path> files = Files.list(folder)) {
            events = files.filter(StripeFixturesTest::isEvent).sorted().toList();
        }
        assertThat(events).hasSizeGreaterThan(10);
        return events.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    StripeEvent event =
                            StripeEvent.read(Files.readAllBytes(file)).orElseThrow();
                    assertThat(event.id()).isNotBlank();
                    assertThat(event.concernsMoney())
                            .isEqualTo(event.type()
                                    .matches("payment_intent\\.(succeeded|payment_failed)|refund\\..*"
                                            + "|charge\\.(refunded|refund\\.updated|dispute\\..*)"));
                }));
    }

    @Test
    void a_declined_card_of_api_version_2020_08_27_is_a_failed_payment() throws IOException {
        byte[] body = Files.readAllBytes(folder.resolve("stripe-ruby-mock.payment_intent.payment_failed.json"));
        Receipt receipt = StripeEvent.read(body).orElseThrow().receipt(Instant.parse("2026-01-15T18:30:00Z"));
        assertThat(receipt.amount()).isEqualTo(Money.of("20.00", "USD"));
        assertThat(receipt.failure()).isEqualTo(new Receipt.Failure("generic_decline", "Your card was declined."));
        assertThat(receipt.invoiceNumber()).isNull();
        assertThat(receipt.gatewayCustomer()).isNull();
    }

    private static boolean isEvent(Path file) {
        try {
            JsonNode json = Json.lenient().readTree(Files.readAllBytes(file));
            return json.path("object").asText().equals("event") && json.hasNonNull("id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
