package io.counterfoil.suite.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway's own books: each payment that it took is one payment of ours, of its amount. */
record GatewayAgrees(Look look, Access access, Asked asked) implements Check {

    @Override
    public String promise() {
        return "the gateway's books and ours hold the same payments";
    }

    @Override
    public void look(Findings findings) {
        Map<String, Long> theirs = new HashMap<>();
        for (JsonNode intent : access.anonymous(Endpoint.GATEWAY)
                .get("/control/payments")
                .expect(200)
                .json()) {
            theirs.put(intent.path("id").asText(), amount(intent));
        }
        for (Deal deal : asked.deals()) {
            for (Asked.Paid paid : asked.payments(deal)) {
                findings.same(
                        "payment " + paid.reference() + " at the gateway",
                        paid.amountMinor(),
                        theirs.getOrDefault(paid.reference(), 0L));
            }
        }
        Map<String, List<Long>> ours = new HashMap<>();
        look.rows(Part.BILLING, "select gateway_reference, amount_minor from payment where state = 'SETTLED'")
                .forEach(row -> ours.computeIfAbsent(row.text("gateway_reference"), key -> new java.util.ArrayList<>())
                        .add(row.number("amount_minor")));
        theirs.forEach((reference, minor) -> {
            List<Long> mine = ours.getOrDefault(reference, List.of());
            findings.one("payment " + reference + " in billing", mine.size());
            findings.same(
                    "payment " + reference + " in billing",
                    minor,
                    mine.stream().mapToLong(Long::longValue).sum());
        });
    }

    private static long amount(JsonNode intent) {
        return intent.path("amount_received")
                .asLong(intent.path("amountReceived").asLong());
    }
}
