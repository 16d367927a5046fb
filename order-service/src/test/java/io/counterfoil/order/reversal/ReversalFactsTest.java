package io.counterfoil.order.reversal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.reversal.ReversalJson.Document;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What others are told of returns. */
class ReversalFactsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T17:00:00Z");
    private static final String SUPPORT = "support@counterfoil.example";

    private static Reversal asked() {
        ContractJson contract = new ContractJson(
                id("0003"),
                "K-000001",
                1,
                id("0002"),
                id("0001"),
                "US01",
                "USD",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                12,
                Money.of("1700.00", "USD"),
                List.of());
        ReversalJson.Request wanted = new ReversalJson.Request(
                id("0002"),
                ReversalKind.RETURN,
                null,
                id("0005"),
                List.of(new ReversalJson.Line(id("0006"), null)),
                null,
                "Damaged on arrival.");
        return new Reversal(id("0032"), "R-000001", contract, wanted, LocalDate.of(2026, 1, 5), "somebody", "business");
    }

    private static UUID id(String part) {
        return UUID.fromString("0190a1b2-" + part + "-7000-8000-000000000001");
    }

    @Test
    void return_authorised() {
        Reversal reversal = asked();
        reversal.decided(true, SUPPORT);
        GoldenExample.of("return-authorised.v1").assertProduces(ReturnAuthorised.of(reversal, NOW));
    }

    @Test
    void return_completed() {
        Reversal reversal = asked();
        reversal.decided(true, SUPPORT);
        reversal.gave(List.of(new Document(id("0033"), "CREDIT_MEMO", null, false)));
        reversal.posted(id("0033"));
        GoldenExample.of("return-completed.v1").assertProduces(ReturnCompleted.of(reversal, NOW));
    }

    @Test
    void nobody_authorises_their_own_return() {
        Reversal reversal = asked();
        assertThatThrownBy(() -> reversal.decided(true, "somebody")).isInstanceOf(OwnReturn.class);
    }
}
