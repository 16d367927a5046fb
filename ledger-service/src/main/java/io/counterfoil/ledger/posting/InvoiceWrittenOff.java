package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.entity.Policy;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.revenue.EarnedShares;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is open of an invoice is given up: what was earned is a loss, what was not comes out of deferred revenue. Deferred
 * revenue that is left since its part was paid becomes recoverable. By policy all of it is a loss, and is earned on.
 *
 * @param openAmount what is still open, since it is disputed: while something is, the lines earn on; null in old facts
 */
record InvoiceWrittenOff(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String currency,
        String reasonCode,
        Money amount,
        Money openAmount,
        List<ReversedLine> lines,
        boolean taxRelief,
        LocalDate effectiveDate,
        Instant effectiveAt)
        implements BillingDocument {

    InvoiceWrittenOff {
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(effectiveAt, "effectiveAt");
        lines = lines == null ? List.of() : lines;
    }

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
        if (releases(ground)) {
            LocalDate day = ground.day(effectiveDate, effectiveAt);
            Reversal.of(causeId(ground), reasonCode, lines).ask(questions, day);
        }
        if (releases(ground) && (openAmount == null || openAmount.isZero())) {
            questions.release(
                    EventIds.derived(causeId(ground), "RELEASE"),
                    lines.stream()
                            .filter(ReversedLine::isSplit)
                            .map(ReversedLine::originalLineId)
                            .distinct()
                            .toList(),
                    ground.day(effectiveDate, effectiveAt));
        }
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        PostingRule rule = ground.rule(Purpose.WRITE_OFF, day);
        Money total = lines.stream().map(ReversedLine::gross).reduce(Money.zero(currency), Money::plus);
        BillingDocument.requireEqual("Write-off of invoice " + invoiceNumber, "lines and tax", total, amount);
        Movements movements = new Movements();
        List<EarnedShares.Split> splits = ground.past().reversed().get(causeId(ground));
        Iterator<EarnedShares.Split> each = splits == null ? null : splits.iterator();
        for (ReversedLine line : lines) {
            write(movements, rule, loss(ground), line, line.isSplit() && each != null ? each.next() : null);
        }
        left(movements, rule, ground);
        return JournalEntry.of(rule, currency, day, ground.cause(), document(), movements)
                .valued(ground.original(rule, invoiceId));
    }

    /** By allowance the loss was expected before: what was set aside for it is used up. */
    private Item loss(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        return "ALLOWANCE".equals(ground.book().policy(Policy.WRITE_OFF_METHOD, day)) ? Item.ALLOWANCE : Item.EARNED;
    }

    private void write(Movements movements, PostingRule rule, Item loss, ReversedLine line, EarnedShares.Split split) {
        Traits traits = line.traits().because(reasonCode);
        Tag receivable = Ground.receivable(invoiceId, invoiceNumber);
        Tag debt = new Tag(
                Item.BAD_DEBT.name(), invoiceId, Ground.dimensions("method", loss == Item.ALLOWANCE ? loss : null));
        Money earned = split == null ? line.netAmount() : split.earned();
        Money lost = taxRelief ? earned : earned.plus(line.taxAmount());
        if (!lost.isZero()) {
            movements.move(rule.lineFor(loss, traits), lost, debt, receivable);
        }
        if (split != null) {
            notEarned(movements, rule, line, split, receivable);
        }
        if (taxRelief && !line.taxAmount().isZero()) {
            movements.move(rule.lineFor(Item.REVERSED_TAX, traits), line.taxAmount(), line.taxTag(), receivable);
        }
    }

    /**
     * What was not earned comes out of deferred revenue; what had left that when the rest was given up before, and was opened
     * again since, is not recoverable any more.
     */
    private void notEarned(
            Movements movements, PostingRule rule, ReversedLine line, EarnedShares.Split split, Tag receivable) {
        Traits traits = line.traits().because(reasonCode);
        if (!split.unearned().isZero()) {
            movements.move(rule.lineFor(Item.UNEARNED, traits), split.unearned(), line.tag(Item.UNEARNED), receivable);
        }
        if (!split.released().isZero()) {
            PostingRule.Account recoverables =
                    rule.lineFor(Item.RECOVERABLES, Traits.NONE).credit();
            PostingRule.Account owed = rule.lineFor(Item.UNEARNED, traits).credit();
            movements.move(
                    new PostingRule.Line(Item.RECOVERABLES, traits, recoverables, owed),
                    split.released(),
                    line.tag(Item.RECOVERABLES),
                    receivable);
        }
    }

    private void left(Movements movements, PostingRule rule, Ground ground) {
        List<EarnedShares.Split> released = ground.past().released().get(EventIds.derived(causeId(ground), "RELEASE"));
        Money left = released == null
                ? Money.zero(currency)
                : released.stream().map(EarnedShares.Split::unearned).reduce(Money.zero(currency), Money::plus);
        if (!left.isZero()) {
            Tag recoverable = Ground.tag(Item.RECOVERABLES, invoiceId);
            Tag unearned = Ground.tag(Item.UNEARNED, invoiceId);
            movements.move(rule.lineFor(Item.RECOVERABLES, Traits.NONE), left, unearned, recoverable);
        }
    }

    private boolean releases(Ground ground) {
        return !"FULL_BAD_DEBT"
                .equals(ground.book().policy(Policy.WRITE_OFF_MODE, ground.day(effectiveDate, effectiveAt)));
    }

    /** An invoice may be given up in parts, each told by its own event; those that don't say what is left were the only one. */
    private UUID causeId(Ground ground) {
        return EventIds.derived(openAmount == null ? invoiceId : ground.cause().eventId(), "WRITE_OFF");
    }

    private JournalEntry.Document document() {
        return new JournalEntry.Document(
                JournalEntry.Document.Kind.INVOICE, invoiceId, invoiceNumber, customerId, contractId, orderId);
    }
}
