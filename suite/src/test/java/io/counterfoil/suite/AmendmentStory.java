package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One contract: changed, perhaps changed back at any moment, and taken back as a whole at one of its steps, perhaps in the midst
 * of a change.
 */
final class AmendmentStory {

    /** In which nothing more happens by itself today. */
    private static final Set<String> AT_REST =
            Set.of("COMPLETED", "REFUSED", "SCHEDULED", "AWAITING_CONFIRMATION", "COMPENSATED", "WITHDRAWN");

    private static final Set<String> FINAL = Set.of("COMPLETED", "REFUSED", "COMPENSATED", "WITHDRAWN");

    /** What may be drawn. */
    enum Kind {
        UPGRADE,
        DOWNGRADE,
        QUANTITY,
        PRICE,
        ADD_ON,
        CO_TERM
    }

    private final Counterfoil counterfoil;
    private final Client sales;
    private final Client support;
    private final Client finance;
    private final Random random;
    private final JsonNode contract;
    private final int takenBackAt;
    private final List<String> told = new ArrayList<>();
    private final List<String> amendments = new ArrayList<>();
    private boolean over;

    AmendmentStory(Counterfoil counterfoil, Random random, int takenBackAt) {
        this.counterfoil = counterfoil;
        this.random = random;
        this.takenBackAt = takenBackAt;
        sales = counterfoil.as(Endpoint.ORDER, "sales");
        support = counterfoil.as(Endpoint.ORDER, "support");
        finance = counterfoil.as(Endpoint.BILLING, "finance");
        Map<String, Object> request = counterfoil.orders().request();
        request.put("lines", List.of(Orders.line("PLATFORM-Y", "1200.00")));
        String order = counterfoil.orders().place(request);
        counterfoil.orders().awaitState(order, "COMPLETED");
        contract =
                sales.get("/v1/contracts?orderId=" + order).expect(200).json().at("/items/0");
    }

    String told() {
        return contract.path("contractNumber").asText() + " " + told;
    }

    void step(int step, Supplier<Kind> drawn) {
        if (over) {
            return;
        }
        if (step == takenBackAt && random.nextInt(3) == 0) {
            end();
            return;
        }
        if (!amendments.isEmpty() && state(last()).equals("SCHEDULED") && random.nextBoolean()) {
            takenBack(last());
        }
        BigDecimal before = billed();
        String id = asked(drawn.get());
        if (step == takenBackAt) {
            inTheMidst(id);
        } else if (random.nextInt(2) == 0) {
            if (random.nextBoolean()) {
                atRest(id);
            }
            takenBack(id);
            assertThat(billed()).as("taken back: " + told()).isEqualByComparingTo(before);
        } else {
            confirmed(id);
        }
    }

    /** All of it is taken back while the amendment is under way, or while it is being taken back itself. */
    private void inTheMidst(String id) {
        switch (random.nextInt(3)) {
            case 0 -> awaitState(id, state -> !state.equals("PREVIEWING"));
            case 1 -> {
                atRest(id);
                Reply answer = compensation(id);
                told.add("compensation answers " + answer.status());
            }
            default -> told.add("at once");
        }
        told.add("in " + state(id));
        end();
    }

    private void confirmed(String id) {
        if (atRest(id).equals("AWAITING_CONFIRMATION") && random.nextBoolean()) {
            sales.post("/v1/amendments/" + id + "/confirmation", null).expect(200);
            awaitState(id, state -> !state.equals("AWAITING_CONFIRMATION"));
            told.add("confirmed, " + atRest(id));
        }
    }

    private String asked(Kind kind) {
        Map<String, Object> request = new HashMap<>(wanted(kind));
        request.put("kind", kind.name());
        request.put("confirmed", random.nextInt(5) > 0);
        if (random.nextInt(3) == 0) {
            request.put(
                    "effectiveDate", today().plusDays(1 + random.nextInt(20)).toString());
        }
        told.add(request.toString());
        request.put("contractId", contract.path("contractId").asText());
        request.put("lineId", contract.at("/obligations/0/lineId").asText());
        Reply answer = sales.post("/v1/amendments", request);
        if (kind == Kind.PRICE && answer.status() == 422) {
            assertThat(answer.json().path("code").asText()).isEqualTo("price-out-of-tolerance");
            request.put("unitPrice", price(109, 22));
            told.add("the line has another product by then: " + request.get("unitPrice"));
            answer = sales.post("/v1/amendments", request);
        }
        String id = answer.expect(201).json().path("amendmentId").asText();
        amendments.add(id);
        return id;
    }

    private Map<String, Object> wanted(Kind kind) {
        return switch (kind) {
            case UPGRADE -> Map.of("productId", "PLATFORM-M", "unitPrice", price(121, 10));
            case DOWNGRADE -> Map.of("productId", "PLATFORM-M", "unitPrice", price(109, 10));
            case ADD_ON -> Map.of("productId", "SUPPORT-Y", "unitPrice", price(350, 20));
            case QUANTITY -> Map.of("quantity", String.valueOf(1 + random.nextInt(5)));
            case PRICE -> Map.of("unitPrice", price(1090, 220));
            case CO_TERM ->
                Map.of(
                        "endDate",
                        today().plusMonths(4 + random.nextInt(5)).toString(),
                        "alignCycle",
                        random.nextBoolean() && told.stream().noneMatch(one -> one.contains("CO_TERM")));
        };
    }

    private String price(int from, int many) {
        return from + random.nextInt(many) + ".50";
    }

    /** As soon as it can be; what the API refuses now with its own code is tried again at rest. */
    private void takenBack(String id) {
        told.add("taken back in " + state(id));
        if (compensation(id).status() == 409) {
            String rest = atRest(id);
            told.add("then in " + rest);
            if (rest.equals("AWAITING_CONFIRMATION")) {
                sales.post("/v1/amendments/" + id + "/withdrawal", Map.of("reason", "a mistake"))
                        .expect(200);
            } else if (!rest.equals("REFUSED")) {
                compensation(id).expect(200);
            }
        }
        assertThat(awaitState(id, FINAL::contains)).as(told()).isNotEqualTo("COMPLETED");
    }

    private Reply compensation(String id) {
        Reply answer = support.post("/v1/amendments/" + id + "/compensation", Map.of("reason", "a mistake"));
        if (answer.expect(200, 409).status() == 409) {
            assertThat(answer.json().path("code").asText()).as(told()).isEqualTo("illegal-move");
        }
        return answer;
    }

    /** All that was billed goes back; what is under way then comes to its own end. */
    void end() {
        if (over) {
            return;
        }
        over = true;
        told.add("all compensated");
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
        await("compensation of " + told()).atMost(Duration.ofSeconds(60)).until(() -> support.get(
                        "/v1/order-reversals/" + reversal)
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("COMPLETED"));
        amendments.forEach(id -> awaitState(id, FINAL::contains));
    }

    void netsToNothing() {
        assertThat(amendments).as(told()).allMatch(id -> FINAL.contains(state(id)));
        assertThat(sum("payableAmount")).as("billed of " + told()).isEqualByComparingTo("0");
        assertThat(sum("openAmount")).as("open of " + told()).isEqualByComparingTo("0");
        assertThat(earnedAndDeferred()).as("revenue and deferred of " + told()).isEqualByComparingTo("0");
    }

    private LocalDate today() {
        return counterfoil.orders().today();
    }

    private String last() {
        return amendments.get(amendments.size() - 1);
    }

    private String state(String id) {
        return sales.get("/v1/amendments/" + id)
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    private String atRest(String id) {
        return awaitState(id, AT_REST::contains);
    }

    private String awaitState(String id, Predicate<String> wanted) {
        return await("amendment " + id + " of " + told())
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state(id), wanted);
    }

    private BigDecimal billed() {
        return sum("payableAmount");
    }

    private BigDecimal sum(String amount) {
        return finance.all("/v1/invoices?orderId=" + contract.path("orderId").asText()).stream()
                .map(one -> new BigDecimal(one.path(amount).path("amount").asText("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal earnedAndDeferred() {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode entry : counterfoil
                .as(Endpoint.LEDGER, "controller")
                .all("/v1/journal-entries?contractId="
                        + contract.path("contractId").asText())) {
            for (JsonNode posting : entry.path("postings")) {
                String account = posting.path("accountName").asText().toLowerCase();
                if (account.contains("revenue") || account.contains("deferred") || account.contains("credit notes")) {
                    BigDecimal amount =
                            new BigDecimal(posting.at("/amount/amount").asText());
                    sum = posting.path("side").asText().equals("CREDIT") ? sum.add(amount) : sum.subtract(amount);
                }
            }
        }
        return sum;
    }
}
