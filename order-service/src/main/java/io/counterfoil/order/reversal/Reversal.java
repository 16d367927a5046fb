package io.counterfoil.order.reversal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.reversal.ReversalJson.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was billed of an order goes back.
 *
 * <p>A return is authorised by a second person first. Then billing-service ends subscriptions, credits lines, and at last pays
 * back; each gives documents, and the reversal goes on when all of them are in the general ledger. Where a second person or the
 * gateway turns one down it is held, and asked for again in a next round, or given up.
 */
@Entity
@Table(name = "order_reversal")
class Reversal {

    @Id
    @Column(name = "reversal_id")
    private UUID reversalId;

    @Column(name = "reversal_number")
    private String reversalNumber;

    @Enumerated(EnumType.STRING)
    private ReversalKind kind;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "customer_id")
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private ReversalState state;

    @Column(name = "effective_date")
    private LocalDate effectiveDate;

    private String wanted;

    private String documents;

    private String pieces;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "correlation_id")
    private String correlationId;

    @Version
    private int version;

    protected Reversal() {}

    /** A reversal that has not begun to take anything back. */
    Reversal(
            UUID reversalId,
            String reversalNumber,
            ContractJson contract,
            ReversalJson.Request wanted,
            LocalDate effectiveDate,
            String createdBy,
            String correlationId) {
        this.reversalId = reversalId;
        this.reversalNumber = reversalNumber;
        kind = wanted.kind();
        orderId = contract.orderId();
        contractId = contract.contractId();
        customerId = contract.customerId();
        state = kind.isWhole() ? ReversalState.ENDING : ReversalState.REQUESTED;
        this.effectiveDate = effectiveDate;
        this.wanted = Json.write(wanted);
        documents = Json.write(List.of());
        this.createdBy = createdBy;
        this.correlationId = correlationId;
    }

    /** A second person says whether goods may come back. */
    void decided(boolean authorised, String person) {
        if (person.equals(createdBy)) {
            throw new OwnReturn(reversalNumber, person);
        }
        decidedBy = person;
        state = authorised ? ReversalState.CREDITING : ReversalState.REJECTED;
    }

    /** billing-service has given these documents. */
    void gave(List<Document> more) {
        List<Document> all = new ArrayList<>(documents());
        more.stream()
                .filter(one ->
                        all.stream().noneMatch(known -> known.documentId().equals(one.documentId())))
                .forEach(all::add);
        documents = Json.write(all);
    }

    /** So many pieces of lines of the order come back with it. */
    void brings(Map<UUID, Long> back) {
        pieces = Json.write(back);
    }

    Map<UUID, Long> pieces() {
        Map<UUID, Long> back = new HashMap<>();
        if (pieces != null) {
            read(pieces, JsonNode.class)
                    .properties()
                    .forEach(one -> back.put(
                            UUID.fromString(one.getKey()), one.getValue().longValue()));
        }
        return back;
    }

    /** One of its documents is in the general ledger. */
    void posted(UUID documentId) {
        documents = Json.write(documents().stream()
                .map(one -> one.documentId().equals(documentId) ? one.inTheBooks() : one)
                .toList());
    }

    /** One of its documents will never be there. */
    void refused(UUID documentId) {
        documents = Json.write(documents().stream()
                .map(one -> one.documentId().equals(documentId) ? one.turnedDown() : one)
                .toList());
    }

    /** What a request to billing-service adds to its key: what was turned down is asked for anew. */
    String round() {
        long refused = documents().stream().filter(Document::wasRefused).count();
        return refused == 0 ? "" : "-" + refused;
    }

    /** Those that the ledger has not posted. */
    List<UUID> unposted() {
        return documents().stream()
                .filter(Document::isOpen)
                .map(Document::documentId)
                .toList();
    }

    /** What a credit memo of it owes the customer, and by which refund it is wanted back; null where nothing is to be paid. */
    Document refundable() {
        boolean asked = wanted().refund() != null
                && documents().stream().noneMatch(one -> one.type().equals("REFUND") && !one.wasRefused());
        return !asked
                ? null
                : documents().stream()
                        .filter(one -> one.type().equals("CREDIT_MEMO") && !one.wasRefused() && owes(one.amount()))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean owes(Money amount) {
        return amount != null && amount.isPositive();
    }

    void reached(ReversalState next) {
        state = next;
    }

    ReversalJson.Request wanted() {
        return read(wanted, ReversalJson.Request.class);
    }

    List<Document> documents() {
        return List.of(read(documents, Document[].class));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.lenient().readValue(json, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a reversal in the database can't be read", corrupt);
        }
    }

    UUID reversalId() {
        return reversalId;
    }

    String reversalNumber() {
        return reversalNumber;
    }

    ReversalKind kind() {
        return kind;
    }

    UUID orderId() {
        return orderId;
    }

    UUID contractId() {
        return contractId;
    }

    UUID customerId() {
        return customerId;
    }

    ReversalState state() {
        return state;
    }

    LocalDate effectiveDate() {
        return effectiveDate;
    }

    String decidedBy() {
        return decidedBy;
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
