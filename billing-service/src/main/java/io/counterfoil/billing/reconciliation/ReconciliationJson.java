package io.counterfoil.billing.reconciliation;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What billing shows of its documents to those who compare. */
public final class ReconciliationJson {

    private ReconciliationJson() {}

    /** How far billing has published. */
    public record Position(String source, long position) {}

    /** All totals as of a position. */
    public record Totals(long position, List<Total> totals) {}

    /** One bucket: how many documents, how much together, and a digest that no two different lists share. */
    public record Total(
            String side,
            String legalEntityId,
            String currency,
            DocumentKind kind,
            long count,
            Money amount,
            String digest) {}

    /** One document of a bucket, with the position at which it was told. */
    public record Document(
            DocumentKind kind,
            UUID documentId,
            String documentNumber,
            String legalEntityId,
            String currency,
            Money amount,
            LocalDate date,
            UUID customerId,
            long position) {}
}
