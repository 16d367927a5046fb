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

/** Money came for what had been given up: it makes good the loss, what is more is recoverable revenue that was never earned. */
record InvoiceRecovered(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID paymentId,
        UUID applicationId,
        Money amount,
        LocalDate effectiveDate,
        Instant effectiveAt)
        implements BillingDocument {

    InvoiceRecovered {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(paymentId, "paymentId");
        requireNonNull(amount, "amount");
        requireNonNull(effectiveAt, "effectiveAt");
    }

    @Override
    public Set<UUID> concerns() {
        return Set.of(invoiceId, paymentId);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        questions.givenUp(invoiceId);
        questions.requirePosted(invoiceId, Purpose.WRITE_OFF);
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        PostingRule rule = ground.rule(Purpose.RECOVERY, day);
        Lookback.GivenUp givenUp = ground.past().givenUp().getOrDefault(invoiceId, Lookback.GivenUp.NOTHING);
        Money loss = amount.min(Money.ofMinor(Math.max(0, givenUp.badDebt()), currency));
        Tag cash = Ground.tag(Item.UNAPPLIED, paymentId);
        Movements movements = new Movements();
        move(movements, rule, givenUp.loss(), Item.BAD_DEBT, loss, cash);
        move(movements, rule, Item.RECOVERABLES, Item.RECOVERABLES, amount.minus(loss), cash);
        JournalEntry.Document document = new JournalEntry.Document(
                JournalEntry.Document.Kind.INVOICE, invoiceId, invoiceNumber, customerId, contractId, orderId);
        return JournalEntry.of(rule, currency, day, ground.cause(), document, movements)
                .valued(ground.difference(rule));
    }

    private void move(Movements movements, PostingRule rule, Item line, Item item, Money part, Tag cash) {
        if (!part.isZero()) {
            movements.move(rule.lineFor(line, Traits.NONE), part, cash, Ground.tag(item, invoiceId));
        }
    }
}
