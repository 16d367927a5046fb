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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Cash applied to an invoice. It is posted here only when it was unapplied before; else its payment has posted it. */
record PaymentApplied(
        UUID applicationId,
        UUID paymentId,
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        Money discountTaken,
        Money difference,
        boolean fromUnapplied,
        LocalDate effectiveDate,
        Instant effectiveAt)
        implements BillingDocument {

    PaymentApplied {
        requireNonNull(applicationId, "applicationId");
        requireNonNull(paymentId, "paymentId");
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(effectiveAt, "effectiveAt");
    }

    @Override
    public boolean isPosted() {
        return fromUnapplied;
    }

    @Override
    public Set<UUID> concerns() {
        return paymentId.equals(invoiceId) ? Set.of(paymentId) : Set.of(paymentId, invoiceId);
    }

    @Override
    public boolean looksBack(Ground ground) {
        return ground.isForeign(currency);
    }

    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        if (ground.isForeign(currency)) {
            questions.booked(invoiceId);
            questions.booked(paymentId);
        }
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        PostingRule rule = ground.rule(Purpose.PAYMENT_APPLICATION, day);
        Tag rest = Ground.tag(Item.UNAPPLIED, paymentId);
        Movements movements = new Movements();
        application().move(movements, rule, Item.APPLICATION, Traits.NONE, rest, ground);
        return JournalEntry.of(rule, currency, day, ground.cause(), document(), movements)
                .valued(ground.difference(rule));
    }

    private Application application() {
        return new Application(applicationId, invoiceId, invoiceNumber, amount, discountTaken, difference);
    }

    private JournalEntry.Document document() {
        return new JournalEntry.Document(
                JournalEntry.Document.Kind.PAYMENT, paymentId, paymentId.toString(), customerId, null, orderId);
    }
}
