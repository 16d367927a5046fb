package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Cash is taken off an invoice and is unapplied again: the application's rule with its sides turned. */
record PaymentUnapplied(
        UUID paymentId,
        UUID applicationId,
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        Money discountTaken,
        Money difference,
        LocalDate effectiveDate,
        Instant effectiveAt)
        implements BillingDocument {

    PaymentUnapplied {
        requireNonNull(paymentId, "paymentId");
        requireNonNull(applicationId, "applicationId");
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(effectiveAt, "effectiveAt");
    }

    @Override
    public Set<UUID> concerns() {
        return Set.of(paymentId, invoiceId);
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        PostingRule rule = ground.rule(Purpose.PAYMENT_APPLICATION, day);
        Movements movements = new Movements();
        new Application(applicationId, invoiceId, invoiceNumber, amount, discountTaken, difference)
                .moveBack(movements, rule, Item.APPLICATION, Traits.NONE, Ground.tag(Item.UNAPPLIED, paymentId));
        return JournalEntry.of(
                        rule, Purpose.PAYMENT_UNAPPLICATION, currency, day, ground.cause(), document(), movements)
                .valued(ground.difference(rule));
    }

    private JournalEntry.Document document() {
        return new JournalEntry.Document(
                JournalEntry.Document.Kind.PAYMENT, paymentId, paymentId.toString(), customerId, contractId, orderId);
    }
}
