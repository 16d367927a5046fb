package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.event.EventIds;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An invoice counts no longer. When it had been given up, the loss becomes a void. */
record InvoiceVoided(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String currency,
        String reasonCode,
        Money amount,
        Money payableRoundingAmount,
        List<ReversedLine> lines,
        List<CreditReturned> creditsReturned,
        boolean afterWriteOff,
        LocalDate effectiveDate,
        Instant effectiveAt)
        implements BillingDocument {

    InvoiceVoided {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(effectiveAt, "effectiveAt");
        lines = lines == null ? List.of() : lines;
        creditsReturned = creditsReturned == null ? List.of() : creditsReturned;
    }

    /** Credit that it had used and that comes back. */
    record CreditReturned(UUID creditId, String kind, Money amount) {}

    @Override
    public Set<UUID> concerns() {
        return Set.of(invoiceId);
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        ground.askRate(questions, currency, invoiceId);
        if (afterWriteOff) {
            questions.givenUp(invoiceId);
            questions.requirePosted(invoiceId, Purpose.WRITE_OFF);
        } else {
            reversal().ask(questions, ground.day(effectiveDate, effectiveAt));
        }
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        PostingRule rule = ground.rule(Purpose.VOID, day);
        Movements movements = new Movements();
        if (afterWriteOff) {
            loss(movements, rule, ground);
        } else {
            Reversal reversal = reversal();
            BillingDocument.requireEqual(
                    "Void of invoice " + invoiceNumber,
                    "lines, tax and rounding",
                    Reversal.with(payableRoundingAmount, reversal.total(currency)),
                    amount);
            reversal.move(movements, rule, ground.past().reversed().get(reversal.causeId()), receivable(), null);
            Reversal.rounding(movements, rule, payableRoundingAmount, receivable(), invoiceId, false);
            creditsReturned.forEach(each -> giveBack(movements, rule, each));
        }
        return JournalEntry.of(rule, currency, day, ground.cause(), document(), movements)
                .valued(ground.original(rule, invoiceId));
    }

    private void loss(Movements movements, PostingRule rule, Ground ground) {
        Lookback.GivenUp givenUp = ground.past().givenUp().getOrDefault(invoiceId, Lookback.GivenUp.NOTHING);
        Tag voided = Ground.tag(Item.EARNED, invoiceId);
        Tag debt = Ground.tag(Item.BAD_DEBT, invoiceId);
        movements.move(
                rule.lineFor(givenUp.loss(), Traits.ofReason(reasonCode)),
                Money.ofMinor(givenUp.badDebt(), currency),
                voided,
                debt);
    }

    private void giveBack(Movements movements, PostingRule rule, CreditReturned returned) {
        boolean prepaid = "PREPAID".equals(returned.kind());
        Tag credit = new Tag(prepaid ? "PREPAID" : "CUSTOMER_CREDIT", returned.creditId(), Map.of());
        PostingRule.Line line = rule.lineFor(prepaid ? Item.TO_PREPAID : Item.TO_CUSTOMER_CREDIT, Traits.NONE);
        movements.move(line, returned.amount(), receivable(), credit);
    }

    private Tag receivable() {
        return Ground.receivable(invoiceId, invoiceNumber);
    }

    private Reversal reversal() {
        return Reversal.of(EventIds.derived(invoiceId, "VOID"), reasonCode, lines);
    }

    private JournalEntry.Document document() {
        return new JournalEntry.Document(
                JournalEntry.Document.Kind.INVOICE, invoiceId, invoiceNumber, customerId, contractId, orderId);
    }
}
