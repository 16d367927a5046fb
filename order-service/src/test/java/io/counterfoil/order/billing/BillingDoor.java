package io.counterfoil.order.billing;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.testing.PlainResponse;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.BillingJson.Subscription;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The door of billing-service as a test wants it: it keeps what it is asked for, and answers what the test lays down. */
public class BillingDoor implements BillingApi {

    /** What it was asked to change. */
    public record Asked(UUID subscriptionId, String key, Change change) {}

    public final List<Subscription> subscriptions = new ArrayList<>();
    public final List<Asked> changes = new ArrayList<>();
    public final List<Changed> history = new ArrayList<>();
    public final List<UUID> takenBack = new ArrayList<>();

    /** What it refuses with; nothing where it is null. */
    public String refusing;

    /** The answer to whatever is asked. */
    protected Response answer(Object json) {
        return new PlainResponse(200, Json.write(json));
    }

    /** A refusal, or an outage. */
    protected Response problem(int status, String code) {
        return new PlainResponse(status, Json.write(Map.of("code", code, "detail", "says the test")));
    }

    @Override
    public Response subscriptions(UUID orderId, int limit) {
        return answer(Map.of("items", subscriptions));
    }

    @Override
    public Response change(UUID subscriptionId, String key, String change) {
        changes.add(new Asked(subscriptionId, key, Json.read(change.getBytes(StandardCharsets.UTF_8), Change.class)));
        return refusing == null
                ? answer(Map.of("changeId", UUID.randomUUID(), "state", "APPLIED", "effectiveDate", "2026-01-01"))
                : problem(409, refusing);
    }

    @Override
    public Response changes(UUID subscriptionId) {
        return answer(Map.of("items", history));
    }

    @Override
    public Response takeBack(UUID subscriptionId, UUID changeId) {
        if (refusing != null) {
            return problem(409, refusing);
        }
        takenBack.add(changeId);
        return answer(Map.of("changeId", changeId, "state", "TAKEN_BACK", "effectiveDate", "2026-01-01"));
    }

    @Override
    public Response previewOrder(String order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response previewChange(UUID subscriptionId, String change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response invoices(UUID orderId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response invoice(UUID invoiceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response credit(String key, String memo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response creditMemo(UUID creditMemoId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response apply(UUID creditMemoId, String key, String application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response refund(String key, String refund) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response refunded(UUID refundId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response dispute(String key, String claim) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Response decideDispute(UUID disputeId, String key, String verdict) {
        throw new UnsupportedOperationException();
    }
}
