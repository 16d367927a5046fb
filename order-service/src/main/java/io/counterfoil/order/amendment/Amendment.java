package io.counterfoil.order.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.ChangePreview;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.BillingJson.Stood;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.contract.ContractJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of one line of a contract.
 *
 * <p>billing-service says what it would bill; when somebody has confirmed that, billing-service changes the subscription, under
 * the id of this amendment. It is complete when it is in effect and what was billed of it is in the general ledger. It is taken
 * back by the opposite change from the same day on, so that all of it together comes to nothing.
 */
@Entity
@Table(name = "amendment")
class Amendment {

    @Id
    @Column(name = "amendment_id")
    private UUID amendmentId;

    @Column(name = "amendment_number")
    private String amendmentNumber;

    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "line_id")
    private UUID lineId;

    @Enumerated(EnumType.STRING)
    private AmendmentKind kind;

    @Enumerated(EnumType.STRING)
    private AmendmentState state;

    private boolean confirmed;

    private String wanted;

    private String before;

    private String preview;

    @Column(name = "subscription_id")
    private UUID subscriptionId;

    @Column(name = "effective_date")
    private LocalDate effectiveDate;

    @Column(name = "invoice_id")
    private UUID invoiceId;

    @Column(name = "reversal_id")
    private UUID reversalId;

    private String reason;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "correlation_id")
    private String correlationId;

    @Version
    private int version;

    protected Amendment() {}

    /** An amendment that billing-service has not seen yet. */
    Amendment(
            UUID amendmentId,
            String amendmentNumber,
            ContractJson contract,
            UUID lineId,
            AmendmentKind kind,
            Change wanted,
            boolean confirmed,
            String createdBy,
            String correlationId) {
        this.amendmentId = amendmentId;
        this.amendmentNumber = amendmentNumber;
        contractId = contract.contractId();
        orderId = contract.orderId();
        customerId = contract.customerId();
        this.lineId = lineId;
        this.kind = kind;
        state = AmendmentState.PREVIEWING;
        this.confirmed = confirmed;
        this.wanted = Json.write(wanted);
        effectiveDate = wanted.effectiveDate();
        this.createdBy = createdBy;
        this.correlationId = correlationId;
    }

    /** billing-service has said what it would bill of the subscription as it stands. */
    void previewed(Subscription subscription, ChangePreview said) {
        before = Json.write(subscription);
        preview = Json.write(said);
        subscriptionId = subscription.subscriptionId();
        effectiveDate = said.effectiveDate();
        state = confirmed ? AmendmentState.CHANGING : AmendmentState.AWAITING_CONFIRMATION;
    }

    void confirmed() {
        confirmed = true;
        state = AmendmentState.CHANGING;
    }

    /** billing-service has changed the subscription; null invoice where nothing was billed at once. */
    void changed(Changed change) {
        invoiceId = change.invoiceId();
        effectiveDate = change.effectiveDate();
        state = !change.inEffect()
                ? AmendmentState.SCHEDULED
                : invoiceId == null ? AmendmentState.COMPLETED : AmendmentState.AWAITING_POSTING;
    }

    /** In effect, and all of it is in the general ledger. */
    void completed() {
        state = AmendmentState.COMPLETED;
    }

    /** Its end, before anything was changed. */
    void ended(AmendmentState how, String why) {
        state = how;
        reason = why;
    }

    /** It is to be as if it had never been. */
    void compensate(String why) {
        state = AmendmentState.COMPENSATING;
        reason = why;
    }

    /** billing-service has taken it back; null where nothing was billed of that at once. */
    void takenBack(UUID reversal) {
        reversalId = reversal;
        state = reversal == null ? AmendmentState.COMPENSATED : AmendmentState.AWAITING_REVERSAL;
    }

    void compensated() {
        state = AmendmentState.COMPENSATED;
    }

    Change wanted() {
        return read(wanted, Change.class);
    }

    /** The subscription as it was when it was previewed. */
    Subscription before() {
        return read(before, Subscription.class);
    }

    ChangePreview preview() {
        return read(preview, ChangePreview.class);
    }

    /**
     * What takes it back: the opposite from the same day on.
     *
     * @param stood how it stands on that day without this amendment, since others may have been agreed after it was previewed
     */
    Change opposite(Stood stood) {
        Change done = wanted();
        boolean plan = kind == AmendmentKind.UPGRADE || kind == AmendmentKind.DOWNGRADE;
        return new Change(
                kind == AmendmentKind.ADD_ON ? "DROP_ADD_ON" : kind.change(),
                oppositeId(),
                effectiveDate,
                plan ? stood.planId() : kind == AmendmentKind.ADD_ON ? done.planId() : null,
                plan ? done.planId() : null,
                plan ? stood.productId() : null,
                null,
                plan || kind == AmendmentKind.QUANTITY ? stood.quantity() : null,
                plan || kind == AmendmentKind.PRICE ? stood.unitPrice() : null,
                kind == AmendmentKind.CO_TERM ? stood.endDate() : null,
                null,
                null,
                null,
                reason);
    }

    /** The id that the opposite has at billing-service. */
    UUID oppositeId() {
        return EventIds.derived(amendmentId, "taken back");
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : Json.lenient().readValue(json, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("an amendment in the database can't be read", corrupt);
        }
    }

    UUID amendmentId() {
        return amendmentId;
    }

    String amendmentNumber() {
        return amendmentNumber;
    }

    UUID contractId() {
        return contractId;
    }

    UUID orderId() {
        return orderId;
    }

    UUID customerId() {
        return customerId;
    }

    UUID lineId() {
        return lineId;
    }

    AmendmentKind kind() {
        return kind;
    }

    AmendmentState state() {
        return state;
    }

    UUID subscriptionId() {
        return subscriptionId;
    }

    LocalDate effectiveDate() {
        return effectiveDate;
    }

    UUID invoiceId() {
        return invoiceId;
    }

    UUID reversalId() {
        return reversalId;
    }

    String reason() {
        return reason;
    }

    String createdBy() {
        return createdBy;
    }

    String correlationId() {
        return correlationId;
    }

    int version() {
        return version;
    }
}
