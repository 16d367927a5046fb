package io.counterfoil.billing.reconciliation;

import io.counterfoil.billing.reconciliation.ReconciliationJson.Total;
import io.counterfoil.common.money.Money;

/** The documents of one kind, legal entity and currency, added up as they come by in the order of their numbers. */
final class Bucket {

    private final DocumentKind kind;
    private final String legalEntityId;
    private final Digest digest = new Digest();
    private Money amount;
    private long count;

    Bucket(DocumentKind kind, String legalEntityId, String currency) {
        this.kind = kind;
        this.legalEntityId = legalEntityId;
        this.amount = Money.zero(currency);
    }

    boolean holds(DocumentKind other, String entity, String currency) {
        return kind == other
                && legalEntityId.equals(entity)
                && amount.currency().equals(currency);
    }

    void add(String documentNumber, Money documentAmount) {
        digest.add(documentNumber, documentAmount);
        amount = amount.plus(documentAmount);
        count++;
    }

    Total total() {
        return new Total("BILLING", legalEntityId, amount.currency(), kind, count, amount, digest.hex());
    }
}
