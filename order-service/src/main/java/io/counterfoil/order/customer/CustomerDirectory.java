package io.counterfoil.order.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks customer-service who a buyer is. Not for use within a transaction.
 *
 * <p>A {@link io.counterfoil.common.http.Refusal} means that a person must decide or correct something; any other exception
 * is technical, and asking again is harmless because the target is idempotent by reference.
 */
@ApplicationScoped
public class CustomerDirectory {

    private static final int CONFLICT = 409;

    /** What customer-service calls it when more than one may be meant; a closed customer is another conflict. */
    private static final String AMBIGUOUS = "ambiguous-match";

    /** A deal is no wish to change the customer: where the CRM is not the owner, the difference is kept beside. */
    private static final String AS_BY_MESSAGE = "record";

    private static final int TOO_MANY = 429;

    @Inject
    @RestClient
    CustomerApi api;

    @Inject
    @RestClient
    ManyCustomersApi many;

    @Inject
    @RestClient
    CreditApi credit;

    /** The golden record of the buyer, matched or created. */
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    @Bulkhead(20)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = Refusal.class)
    public KnownCustomer resolve(CustomerClaim claim) {
        try (Response answer = ask(claim)) {
            String body = answer.hasEntity() ? answer.readEntity(String.class) : "";
            int status = answer.getStatus();
            if (status == 200 || status == 201) {
                return Json.lenient().readValue(body, KnownCustomer.class);
            }
            if (status >= 500 || status == TOO_MANY || status == 401 || status == 403) {
                throw new CustomerServiceUnavailable(status);
            }
            Problem problem = Json.lenient().readValue(body.isBlank() ? "{}" : body, Problem.class);
            throw status == CONFLICT && AMBIGUOUS.equals(problem.code())
                    ? new AmbiguousCustomer(problem.words())
                    : new CustomerNotAccepted(status, problem.words());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("customer-service answered what is no customer", unreadable);
        }
    }

    /**
     * The same for the buyers of many orders, credit included, by order. Left out is who is not known by a reference, who is
     * refused, and whose credit does not suffice for all that he wants here: asked for alone, each is told why.
     */
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @Bulkhead(20)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    public Map<UUID, KnownCustomer> resolveAll(Map<UUID, Purchase> purchases) {
        List<UUID> orders = purchases.keySet().stream()
                .filter(order -> purchases.get(order).claim().reference() != null)
                .sorted()
                .toList();
        if (orders.isEmpty()) {
            return Map.of();
        }
        List<ManyProposals.Item> items = orders.stream()
                .map(order -> ManyProposals.Item.of(purchases.get(order)))
                .toList();
        try (Response answer = many.propose(Json.write(new ManyProposals(AS_BY_MESSAGE, items)))) {
            if (answer.getStatus() != 200) {
                throw new CustomerServiceUnavailable(answer.getStatus());
            }
            return Json.lenient()
                    .readValue(answer.readEntity(String.class), ManyProposals.Answers.class)
                    .buyers(orders);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("customer-service answered what is no list of customers", unreadable);
        }
    }

    /** Refuses an order of this value when the customer's credit does not allow it. */
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    @Bulkhead(20)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = Refusal.class)
    public void requireCredit(UUID customerId, Money value) {
        try (Response answer = credit.check(Json.write(new CreditQuestion(customerId, value)))) {
            if (answer.getStatus() != 200) {
                throw new CustomerServiceUnavailable(answer.getStatus());
            }
            CreditAnswer said = Json.lenient().readValue(answer.readEntity(String.class), CreditAnswer.class);
            if ("REFUSED".equals(said.decision())) {
                throw said.refusal(customerId);
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("customer-service answered what is no credit check", unreadable);
        }
    }

    private Response ask(CustomerClaim claim) {
        return claim.customerId() != null
                ? api.get(claim.customerId())
                : api.propose(
                        claim.reference().system(),
                        claim.reference().id(),
                        AS_BY_MESSAGE,
                        Json.write(CustomerProposal.of(claim)));
    }

    private record CreditQuestion(UUID customerId, Money amount) {}

    private record CreditAnswer(String decision, String reasonCode, String reason, List<UUID> dependsOn) {

        /** What is wrong with the family has another owner than what is owed. */
        Refusal refusal(UUID customerId) {
            List<UUID> family = dependsOn == null ? List.of() : dependsOn;
            return switch (reasonCode == null ? "" : reasonCode) {
                case "PARENT_NOT_ACTIVE" -> new ParentNotActive(reason, customerId, family);
                case "BILL_TO_NOT_ACTIVE" -> new BillToNotActive(reason, customerId, family);
                case "HIERARCHY_CIRCLE" -> new HierarchyCircle(reason, customerId, family);
                default -> new CreditRefused(reasonCode, reason, customerId);
            };
        }
    }

    private record Problem(String code, String detail, java.util.List<Wrong> errors) {

        String words() {
            StringBuilder words = new StringBuilder(detail == null ? "no reason given" : detail);
            if (errors != null) {
                errors.forEach(error ->
                        words.append("; ").append(error.pointer()).append(' ').append(error.detail()));
            }
            return words.toString();
        }
    }

    private record Wrong(String pointer, String detail) {}
}
