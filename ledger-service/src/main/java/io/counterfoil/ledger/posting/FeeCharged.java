package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Traits;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A fee that the gateway or the bank took, and that no payment carries. */
record FeeCharged(
        UUID paymentId,
        UUID feeId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        String kind,
        String channel,
        LocalDate valueDate)
        implements BillingDocument {

    FeeCharged {
        requireNonNull(paymentId, "paymentId");
        requireNonNull(feeId, "feeId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(valueDate, "valueDate");
    }

    @Override
    public Set<UUID> concerns() {
        return Set.of(paymentId);
    }

    @Override
    public JournalEntry entry(Ground ground) {
        PostingRule rule = ground.rule(Purpose.PAYMENT_FEE, valueDate);
        Tag fee = Ground.tag(Item.FEE, feeId);
        Movements movements = new Movements()
                .move(rule.lineFor(Item.FEE, Traits.ofPayment(channel).because(kind)), amount, fee, fee);
        JournalEntry.Document document = new JournalEntry.Document(
                JournalEntry.Document.Kind.PAYMENT, paymentId, paymentId.toString(), customerId, null, null);
        return JournalEntry.of(rule, currency, valueDate, ground.cause(), document, movements);
    }
}
