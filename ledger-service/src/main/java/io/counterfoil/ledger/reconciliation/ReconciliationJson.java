package io.counterfoil.ledger.reconciliation;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What others compare with, as it travels. */
public final class ReconciliationJson {

    private ReconciliationJson() {}

    /** How far billing's history was taken, and how far our own was told. */
    public record Position(String source, long position, Own own) {}

    /** The ledger's own history. */
    public record Own(String source, long position) {}

    /** All totals up to a position of billing's history. */
    public record Totals(long position, List<Total> totals) {}

    /** One bucket of one side. */
    public record Total(
            ReconciliationSide side,
            String legalEntityId,
            String currency,
            DocumentKind kind,
            long count,
            Money amount,
            String digest) {}

    /**
     * One document of one side.
     *
     * @param position of the event that told of it, in billing's history
     * @param ownPosition of its entry in the ledger's own history; null while that is not told, and for the sub-ledger
     */
    public record Document(
            ReconciliationSide side,
            DocumentKind kind,
            UUID documentId,
            String documentNumber,
            String legalEntityId,
            String currency,
            Money amount,
            LocalDate date,
            UUID customerId,
            long position,
            Long ownPosition) {

        /** What the document is sorted and digested by. */
        String key() {
            return documentNumber == null ? documentId.toString() : documentNumber;
        }
    }
}
