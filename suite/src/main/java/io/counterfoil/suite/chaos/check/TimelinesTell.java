package io.counterfoil.suite.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The story of a business transaction tells all of it: some of the deals are read as a person would. */
record TimelinesTell(Access access, Asked asked, Map<String, String> opportunities) implements Check {
    private static final int SAMPLED = 25;
    private static final List<String> OF_EVERY_ORDER =
            List.of("order.accepted", "contract.signed", "invoice.issued", "journal.posted", "order.completed");

    @Override
    public String promise() {
        return "timelines tell everything that happened";
    }

    @Override
    public void look(Findings findings) {
        asked.deals().stream()
                .filter(deal -> !deal.cancelled())
                .limit(SAMPLED)
                .forEach(deal -> examine(deal, findings));
    }

    private void examine(Deal deal, Findings findings) {
        Api warehouse = access.client(Endpoint.WAREHOUSE, "controller");
        String id = deal.channel() == Deal.Channel.API ? asked.orderId(deal) : opportunities.get(deal.key());
        JsonNode timeline =
                warehouse.get("/v1/timelines/" + id).expect(200, 404).json();
        Set<String> told = new HashSet<>();
        int settled = 0;
        for (JsonNode step : timeline.path("steps")) {
            told.add(step.path("event").asText());
            settled += step.path("event").asText().equals("payment.settled") ? 1 : 0;
        }
        for (String event : OF_EVERY_ORDER) {
            if (!told.contains(event)) {
                findings.lost("%s in the timeline of %s".formatted(event, deal.key()));
            }
        }
        findings.many(
                "payments in the timeline of " + deal.key(),
                asked.payments(deal).size(),
                settled);
    }
}
