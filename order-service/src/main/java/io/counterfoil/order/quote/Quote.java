package io.counterfoil.order.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.approval.AlreadyDecided;
import io.counterfoil.order.approval.Approval;
import io.counterfoil.order.approval.NotAnApprover;
import io.counterfoil.order.approval.OwnQuote;
import io.counterfoil.order.approval.Verdict;
import io.counterfoil.order.billing.BillingJson.OrderPreview;
import io.counterfoil.order.intake.OrderRequest;
import io.counterfoil.order.order.ExternalReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An offer to a customer, with the totals that the invoices will have.
 *
 * <p>It is <em>priced</em> when billing-service has said what it would invoice. Where its value or a price asks for it, two
 * people must <em>approve</em>, neither of them the one who made it; one no <em>rejects</em> it. Once approved it may be
 * <em>converted</em>, into one order however often that is asked, until its last day has passed or it is withdrawn.
 */
@Entity
@Table(name = "quote")
class Quote {

    /** How many people must approve, where anybody must. */
    static final int APPROVERS_NEEDED = 2;

    @Id
    @Column(name = "quote_id")
    private UUID quoteId;

    @Column(name = "quote_number")
    private String quoteNumber;

    @Enumerated(EnumType.STRING)
    private QuoteState state;

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    private String currency;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "external_system")
    private String externalSystem;

    @Column(name = "external_id")
    private String externalId;

    private String request;

    @Column(name = "net_minor")
    private long netMinor;

    private String figures;

    @Column(name = "approval_reasons")
    private String approvalReasons;

    private String approvers;

    private String approvals;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    private String reason;

    @Column(name = "order_id")
    private UUID orderId;

    @Version
    private int version;

    protected Quote() {}

    /** A quote that billing-service has not seen yet. */
    Quote(
            UUID quoteId,
            String quoteNumber,
            OrderRequest request,
            Money net,
            LocalDate validUntil,
            String by,
            Instant now) {
        this.quoteId = quoteId;
        this.quoteNumber = quoteNumber;
        state = QuoteState.PRICING;
        legalEntityId = request.legalEntityId();
        currency = request.currency();
        customerId = request.customer().customerId();
        ExternalReference external = request.externalReference();
        externalSystem = external == null ? null : external.system();
        externalId = external == null ? null : external.id();
        this.request = Json.write(request);
        netMinor = net.minor();
        approvalReasons = Json.write(List.of());
        approvers = Json.write(List.of());
        approvals = Json.write(List.of());
        this.validUntil = validUntil;
        createdBy = by;
        createdAt = now;
    }

    /** Says why people must approve it, and who may; nobody must as long as this was not said. */
    void demandApproval(List<String> reasons, List<String> people) {
        approvalReasons = Json.write(reasons);
        approvers = Json.write(people);
    }

    /** billing-service has said what the invoices would be. */
    QuoteState priced(OrderPreview preview) {
        figures = Json.write(preview);
        state = approvalReasons().isEmpty() ? QuoteState.APPROVED : QuoteState.AWAITING_APPROVAL;
        return state;
    }

    /** Somebody decides; the last one that is needed, or the first no, ends the waiting. */
    QuoteState decided(Approval decision) {
        if (decision.person().equals(createdBy)) {
            throw new OwnQuote(quoteNumber, createdBy);
        }
        if (!approvers().isEmpty() && !approvers().contains(decision.person())) {
            throw new NotAnApprover(quoteNumber, decision.person());
        }
        List<Approval> all = new ArrayList<>(approvals());
        if (all.stream().anyMatch(earlier -> earlier.person().equals(decision.person()))) {
            throw new AlreadyDecided(quoteNumber, decision.person());
        }
        all.add(decision);
        approvals = Json.write(all);
        if (decision.decision() == Verdict.REJECT) {
            state = QuoteState.REJECTED;
            reason = decision.comment();
        } else if (all.size() >= APPROVERS_NEEDED) {
            state = QuoteState.APPROVED;
        }
        return state;
    }

    /** Its end without an order. */
    void ended(QuoteState how, String why) {
        state = how;
        reason = why;
    }

    /** The customer said yes. */
    void converted(UUID order) {
        state = QuoteState.CONVERTED;
        orderId = order;
    }

    /** The fact of where it is now. */
    QuoteChanged changed(String by) {
        OrderPreview preview = figures();
        return new QuoteChanged(
                quoteId,
                quoteNumber,
                state.name(),
                customerId,
                externalReference(),
                legalEntityId,
                currency,
                net(),
                preview == null ? null : preview.totalAmount(),
                validUntil,
                orderId,
                reason,
                by);
    }

    Money net() {
        return Money.ofMinor(netMinor, currency);
    }

    OrderRequest request() {
        return read(request, OrderRequest.class);
    }

    /** Null until it is priced. */
    OrderPreview figures() {
        return figures == null ? null : read(figures, OrderPreview.class);
    }

    List<String> approvalReasons() {
        return List.of(read(approvalReasons, String[].class));
    }

    List<String> approvers() {
        return List.of(read(approvers, String[].class));
    }

    List<Approval> approvals() {
        return List.of(read(approvals, Approval[].class));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.lenient().readValue(json, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a quote in the database can't be read", corrupt);
        }
    }

    ExternalReference externalReference() {
        return externalId == null ? null : new ExternalReference(externalSystem, externalId);
    }

    UUID quoteId() {
        return quoteId;
    }

    String quoteNumber() {
        return quoteNumber;
    }

    QuoteState state() {
        return state;
    }

    UUID customerId() {
        return customerId;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    String createdBy() {
        return createdBy;
    }

    String reason() {
        return reason;
    }

    UUID orderId() {
        return orderId;
    }

    int version() {
        return version;
    }
}
