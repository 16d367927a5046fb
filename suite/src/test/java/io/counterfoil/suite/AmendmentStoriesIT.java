package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Amendments in a random order, taken back at a random step: every book nets to what it should. */
class AmendmentStoriesIT {

    private static final int CONTRACTS = 4;
    private static final int STEPS = 5;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client sales = counterfoil.as(Endpoint.ORDER, "sales");
    private final Client support = counterfoil.as(Endpoint.ORDER, "support");
    private final Client finance = counterfoil.as(Endpoint.BILLING, "finance");

    @Test
    void amendments_in_any_order_with_compensation_at_any_step_net_to_what_they_should() {
        long seed = Long.getLong("counterfoil.seed", System.nanoTime());
        System.out.println("amendment stories with -Dcounterfoil.seed=" + seed);
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            stories.add(new Story(contract(), random.nextInt(STEPS + 1)));
        }
        for (int step = 0; step < STEPS; step++) {
            counterfoil.stack().time().move(Period.ofDays(1 + random.nextInt(12)));
            for (Story story : stories) {
                story.step(step, random);
            }
        }
        stories.forEach(story -> story.end(STEPS));
        counterfoil.stack().time().settle();
        stories.forEach(Story::netsToNothing);
        counterfoil.books().balance();
    }

    private JsonNode contract() {
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line("PLATFORM-Y", "1200.00")));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        return sales.get("/v1/contracts?orderId=" + order).expect(200).json().at("/items/0");
    }

    /** One contract: changed, perhaps changed back at once, and taken back as a whole at one of its steps. */
    private final class Story {

        private final JsonNode contract;
        private final int takenBackAt;
        private final List<String> told = new ArrayList<>();
        private boolean over;

        Story(JsonNode contract, int takenBackAt) {
            this.contract = contract;
            this.takenBackAt = takenBackAt;
        }

        void step(int step, Random random) {
            if (step == takenBackAt) {
                end(step);
            }
            if (over) {
                return;
            }
            BigDecimal before = billed();
            String id = amended(drawn(random));
            String state = ended(id);
            if (state.equals("COMPLETED") && random.nextInt(3) == 0) {
                support.post("/v1/amendments/" + id + "/compensation", Map.of("reason", "a mistake"))
                        .expect(200);
                awaitAmendment(id, "COMPENSATED");
                assertThat(billed()).as("taken back: " + told).isEqualByComparingTo(before);
                told.add("taken back");
            }
        }

        private Map<String, Object> drawn(Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> Map.of("kind", "QUANTITY", "quantity", String.valueOf(1 + random.nextInt(5)));
                case 1 -> Map.of("kind", "PRICE", "unitPrice", 1080 + random.nextInt(240) + ".50");
                default ->
                    Map.of(
                            "kind",
                            "QUANTITY",
                            "quantity",
                            String.valueOf(2 + random.nextInt(3)),
                            "reason",
                            "more seats");
            };
        }

        private String amended(Map<String, Object> wanted) {
            Map<String, Object> request = new HashMap<>(wanted);
            request.put("contractId", contract.path("contractId").asText());
            request.put("lineId", contract.at("/obligations/0/lineId").asText());
            request.put("confirmed", true);
            told.add(wanted.toString());
            return sales.post("/v1/amendments", request)
                    .expect(201)
                    .json()
                    .path("amendmentId")
                    .asText();
        }

        /** Billing may refuse what would change nothing. */
        private String ended(String id) {
            return await("amendment of " + told)
                    .atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () -> sales.get("/v1/amendments/" + id)
                                    .expect(200)
                                    .json()
                                    .path("state")
                                    .asText(),
                            state -> state.equals("COMPLETED") || state.equals("REFUSED"));
        }

        void end(int step) {
            if (over) {
                return;
            }
            over = true;
            told.add("compensated before step " + step);
            String reversal = support.post(
                            "/v1/order-reversals",
                            Map.of(
                                    "orderId",
                                    contract.path("orderId").asText(),
                                    "kind",
                                    "COMPENSATION",
                                    "reason",
                                    "the story ends here"))
                    .expect(201)
                    .json()
                    .path("reversalId")
                    .asText();
            await("compensation of " + told).atMost(Duration.ofSeconds(60)).until(() -> support.get(
                            "/v1/order-reversals/" + reversal)
                    .expect(200)
                    .json()
                    .path("state")
                    .asText()
                    .equals("COMPLETED"));
        }

        void netsToNothing() {
            assertThat(billed()).as("billed of " + told).isEqualByComparingTo("0");
            assertThat(open()).as("open of " + told).isEqualByComparingTo("0");
            assertThat(earnedAndDeferred())
                    .as("revenue and deferred of " + told)
                    .isEqualByComparingTo("0");
        }

        private BigDecimal billed() {
            return sum("payableAmount");
        }

        private BigDecimal open() {
            return sum("openAmount");
        }

        private BigDecimal sum(String amount) {
            return Books.list(finance.get("/v1/invoices?limit=500&orderId="
                                    + contract.path("orderId").asText())
                            .expect(200)
                            .json()
                            .path("items"))
                    .stream()
                    .map(one -> new BigDecimal(one.path(amount).path("amount").asText("0")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private BigDecimal earnedAndDeferred() {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode entry : Books.list(counterfoil
                    .as(Endpoint.LEDGER, "controller")
                    .get("/v1/journal-entries?limit=500&contractId="
                            + contract.path("contractId").asText())
                    .expect(200)
                    .json()
                    .path("items"))) {
                for (JsonNode posting : entry.path("postings")) {
                    String account = posting.path("accountName").asText().toLowerCase();
                    if (account.contains("revenue")
                            || account.contains("deferred")
                            || account.contains("credit notes")) {
                        BigDecimal amount =
                                new BigDecimal(posting.at("/amount/amount").asText());
                        sum = posting.path("side").asText().equals("CREDIT") ? sum.add(amount) : sum.subtract(amount);
                    }
                }
            }
            return sum;
        }

        private void awaitAmendment(String id, String state) {
            await("amendment in " + state + ": " + told)
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> sales.get("/v1/amendments/" + id)
                            .expect(200)
                            .json()
                            .path("state")
                            .asText()
                            .equals(state));
        }
    }
}
