package io.counterfoil.customer.credit;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps what customers owe and have ordered up to date by what order-service and billing-service say. */
@Dependent
class FollowExposure implements EventHandler {

    private static final String ORDER = "io.counterfoil.order.";
    private static final String BILLING = "io.counterfoil.billing.";

    /** Policies by which billing writes a credit memo in place of a void, or of a line that takes back. */
    private static final List<String> BY_POLICY = List.of("void.mode", "credit.mode");

    private final Items items;

    @Inject
    FollowExposure(Items items) {
        this.items = items;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                ORDER + "order.accepted.v1",
                ORDER + "order.cancelled.v1",
                BILLING + "order.refused-by-billing.v1",
                BILLING + "subscription.activated.v1",
                BILLING + "subscription.amended.v1",
                BILLING + "subscription.cancelled.v1",
                BILLING + "subscription.renewed.v1",
                BILLING + "subscription.resumed.v1",
                BILLING + "subscription.suspended.v1",
                BILLING + "invoice.issued.v1",
                BILLING + "invoice.voided.v1",
                BILLING + "invoice.written-off.v1",
                BILLING + "payment.settled.v1",
                BILLING + "payment.applied.v1",
                BILLING + "payment.unapplied.v1",
                BILLING + "payment.returned.v1",
                BILLING + "payment.disputed.v1",
                BILLING + "creditmemo.issued.v1",
                BILLING + "creditmemo.applied.v1",
                BILLING + "creditmemo.voided.v1",
                BILLING + "dispute.won.v1",
                BILLING + "credit.granted.v1",
                BILLING + "credit.applied.v1",
                BILLING + "refund.paid.v1");
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        ExposureChanges changes = new ExposureChanges();
        run.forEach(event -> read(event, changes));
        items.apply(changes);
    }

    private static void read(Envelope event, ExposureChanges changes) {
        JsonNode data = event.dataAs(JsonNode.class);
        UUID customerId = id(data.path("customerId"));
        cash(event.type(), data).ifPresent(more -> changes.cash(id(data.path("paymentId")), customerId, more));
        if (customerId == null) {
            return;
        }
        switch (event.type()) {
            case ORDER + "order.accepted.v1" ->
                changes.accepted(order(data), customerId, money(data.path("totalContractValue")));
            case ORDER + "order.cancelled.v1" -> changes.ended(order(data), customerId);
            case BILLING + "order.refused-by-billing.v1" -> refused(data, customerId, changes);
            case BILLING + "subscription.activated.v1" ->
                changes.activated(order(data), customerId, data.path("currency").asText());
            case BILLING + "subscription.amended.v1",
                    BILLING + "subscription.cancelled.v1",
                    BILLING + "subscription.renewed.v1",
                    BILLING + "subscription.resumed.v1",
                    BILLING + "subscription.suspended.v1" -> amended(data, customerId, changes);
            case BILLING + "invoice.issued.v1" -> issued(event, data, customerId, changes);
            case BILLING + "invoice.voided.v1", BILLING + "creditmemo.issued.v1" ->
                takenBack(event, data, customerId, changes);
            default -> open(event, data, customerId, changes);
        }
    }

    /** What a person can mend will be billed after all; only an order that was given up never is. */
    private static void refused(JsonNode data, UUID customerId, ExposureChanges changes) {
        if (data.path("givenUp").asBoolean()) {
            changes.ended(order(data), customerId);
        }
    }

    /** Changes add up, in whatever order they are told. */
    private static void amended(JsonNode data, UUID customerId, ExposureChanges changes) {
        if (data.path("valueChange").isObject()) {
            changes.amended(order(data), customerId, money(data.path("valueChange")));
        }
    }

    private static void open(Envelope event, JsonNode data, UUID customerId, ExposureChanges changes) {
        OpenAmount.in(event.type(), data)
                .forEach(open ->
                        changes.open(open.invoiceId(), customerId, open.currency(), open.minor(), event.position()));
    }

    /** What an invoice had billed is billable again after a void; a credit note stands for one where it was made by such a policy. */
    private static void takenBack(Envelope event, JsonNode data, UUID customerId, ExposureChanges changes) {
        open(event, data, customerId, changes);
        boolean unbilled = event.type().endsWith("invoice.voided.v1")
                || BY_POLICY.stream().anyMatch(data.path("policyVersions")::has);
        if (unbilled && data.path("orderId").isTextual()) {
            Money net = money(data.path("netAmount"));
            Money tax = money(data.path("taxAmount"));
            changes.invoiced(order(data), customerId, net.negated(), tax.negated());
        }
    }

    private static void issued(Envelope event, JsonNode data, UUID customerId, ExposureChanges changes) {
        Money payable = money(data.path("payableAmount"));
        changes.open(id(data.path("invoiceId")), customerId, payable.currency(), payable.minor(), event.position());
        Money net = money(data.path("netAmount"));
        Money tax = money(data.path("taxAmount"));
        changes.taxed(customerId, net, tax, event.position());
        if (data.path("orderId").isTextual()) {
            changes.invoiced(order(data), customerId, net, tax);
        }
    }

    /** How much more cash, or less, is unapplied after a fact of billing. */
    private static Optional<Money> cash(String type, JsonNode data) {
        return switch (type) {
            case BILLING + "payment.settled.v1", BILLING + "dispute.won.v1" ->
                Optional.of(money(data.path("unappliedAmount")));
            case BILLING + "payment.unapplied.v1" -> Optional.of(money(data.path("amount")));
            case BILLING + "payment.applied.v1" ->
                data.path("fromUnapplied").asBoolean()
                        ? Optional.of(money(data.path("amount")).negated())
                        : Optional.empty();
            case BILLING + "payment.returned.v1", BILLING + "payment.disputed.v1", BILLING + "refund.paid.v1" ->
                data.path("paymentId").isTextual()
                        ? Optional.of(money(data.path("unappliedAmount")).negated())
                        : Optional.empty();
            case BILLING + "credit.granted.v1" ->
                "UNAPPLIED_CASH".equals(data.path("origin").asText())
                                && data.path("paymentId").isTextual()
                        ? Optional.of(money(data.path("amount")).negated())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static UUID order(JsonNode data) {
        return id(data.path("orderId"));
    }

    private static UUID id(JsonNode text) {
        return text.isTextual() ? UUID.fromString(text.asText()) : null;
    }

    private static Money money(JsonNode amount) {
        return Money.of(amount.path("amount").asText(), amount.path("currency").asText());
    }
}
