package io.counterfoil.order.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.ChangePreview;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.BillingJson.Claim;
import io.counterfoil.order.billing.BillingJson.HeldDispute;
import io.counterfoil.order.billing.BillingJson.History;
import io.counterfoil.order.billing.BillingJson.Invoice;
import io.counterfoil.order.billing.BillingJson.InvoicePage;
import io.counterfoil.order.billing.BillingJson.Memo;
import io.counterfoil.order.billing.BillingJson.MemoToWrite;
import io.counterfoil.order.billing.BillingJson.OrderPreview;
import io.counterfoil.order.billing.BillingJson.OrderToPreview;
import io.counterfoil.order.billing.BillingJson.Refund;
import io.counterfoil.order.billing.BillingJson.RefundToPay;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.billing.BillingJson.SubscriptionPage;
import io.counterfoil.order.billing.BillingJson.Verdict;
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
 * Asks billing-service. Not for use within a transaction.
 *
 * <p>A {@link Refusal} means that a person must decide or correct something; any other exception is technical, and asking
 * again is harmless: what changes something carries a key of ours.
 */
@ApplicationScoped
@Timeout(value = 10, unit = ChronoUnit.SECONDS)
@Bulkhead(20)
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.5,
        delay = 5,
        delayUnit = ChronoUnit.SECONDS,
        skipOn = Refusal.class)
public class Billing {

    private static final int TOO_MANY = 429;
    private static final int MANY = 500;

    /** Another request with the same key is still running. */
    private static final String STILL_RUNNING = "still-running";

    @Inject
    @RestClient
    BillingApi api;

    /** What the invoices of an order would say, to the cent. */
    public OrderPreview preview(OrderToPreview order) {
        return read(api.previewOrder(Json.write(order)), OrderPreview.class);
    }

    /** The subscriptions of an order. */
    public List<Subscription> subscriptions(UUID orderId) {
        return read(api.subscriptions(orderId, MANY), SubscriptionPage.class).items();
    }

    /** What a change would bill, to the cent. */
    public ChangePreview preview(UUID subscriptionId, Change change) {
        return read(api.previewChange(subscriptionId, Json.write(change)), ChangePreview.class);
    }

    /** Changes a subscription; the same key again changes nothing more. */
    public Changed change(UUID subscriptionId, String key, Change change) {
        return read(api.change(subscriptionId, key, Json.write(change)), Changed.class);
    }

    /** All changes of a subscription, those too that were taken back. */
    public List<Changed> changes(UUID subscriptionId) {
        return read(api.changes(subscriptionId), History.class).items();
    }

    /** Takes a change back that is not in effect. */
    public Changed takeBack(UUID subscriptionId, UUID changeId) {
        return read(api.takeBack(subscriptionId, changeId), Changed.class);
    }

    /** The invoices of an order, with their lines. */
    public List<Invoice> invoices(UUID orderId) {
        return read(api.invoices(orderId, MANY), InvoicePage.class).items().stream()
                .map(one -> invoice(one.invoiceId()))
                .toList();
    }

    /** One invoice with its lines. */
    public Invoice invoice(UUID invoiceId) {
        return read(api.invoice(invoiceId), Invoice.class);
    }

    /** Credits lines of an invoice; the same key again credits nothing more. */
    public Memo credit(String key, MemoToWrite memo) {
        return read(api.credit(key, Json.write(memo)), Memo.class);
    }

    /** Says that what is open of a memo is to be paid back. */
    public Memo oweBack(String key, UUID creditMemoId) {
        return read(api.apply(creditMemoId, key, Json.write(Map.of("target", "REFUND"))), Memo.class);
    }

    /** Gives money back; the same key again gives nothing more. */
    public Refund refund(String key, RefundToPay refund) {
        return read(api.refund(key, Json.write(refund)), Refund.class);
    }

    /** Holds a disputed amount out of dunning; the same key again holds nothing more. */
    public HeldDispute dispute(String key, Claim claim) {
        return read(api.dispute(key, Json.write(claim)), HeldDispute.class);
    }

    /** Tells how a dispute was decided; the same key again credits nothing more. */
    public HeldDispute decide(String key, UUID disputeId, Verdict verdict) {
        return read(api.decideDispute(disputeId, key, Json.write(verdict)), HeldDispute.class);
    }

    private static <T> T read(Response response, Class<T> type) {
        try (Response answer = response) {
            String body = answer.hasEntity() ? answer.readEntity(String.class) : "";
            int status = answer.getStatus();
            if (status == 200 || status == 201) {
                return Json.lenient().readValue(body, type);
            }
            if (status >= 500 || status == TOO_MANY || status == 401 || status == 403) {
                throw new BillingUnavailable(status);
            }
            throw refused(status, Json.lenient().readValue(body.isBlank() ? "{}" : body, Problem.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("billing-service answered what can't be read", unreadable);
        }
    }

    private static RuntimeException refused(int status, Problem problem) {
        if (STILL_RUNNING.equals(problem.code())) {
            return new BillingUnavailable(status);
        }
        return new RefusedByBilling(
                problem.code() == null ? "status-" + status : problem.code(),
                problem.words(),
                problem.remedy() == null ? "Correct what is named, then replay." : problem.remedy());
    }

    private record Problem(String code, String detail, String remedy, java.util.List<Wrong> errors) {

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
