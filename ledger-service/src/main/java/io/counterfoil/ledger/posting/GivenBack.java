package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.revenue.EarnedShares;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Money that had settled invoices and goes back: either the invoices are open again, or what they had earned is reversed.
 * What was given up before and recovered since goes the way back that it had come.
 *
 * @param id the refund or the dispute; schedules remember it
 * @param paymentId whose money goes back; null where nobody says
 * @param reverses whether revenue is reversed; else the receivable is open again
 * @param back whether all this is taken back
 */
record GivenBack(
        UUID id, UUID paymentId, String reason, String channel, boolean reverses, List<Part> parts, boolean back) {

    /** An invoice that the money had settled. */
    record Part(UUID invoiceId, String invoiceNumber, Money amount, List<ReversedLine> lines) {
        Part {
            requireNonNull(invoiceId, "invoiceId");
            requireNonNull(amount, "amount");
            lines = lines == null ? List.of() : lines;
        }
    }

    void ask(Lookback.Questions questions, Ground ground, String currency, LocalDate day) {
        for (Part part : parts) {
            ground.askRate(questions, currency, part.invoiceId());
            if (ground.isForeign(currency)) {
                questions.booked(part.invoiceId());
            }
            if (reverses) {
                questions.cameBack(money(part));
            }
            if (reverses && !back) {
                questions.moneyOf(part.invoiceId(), paymentId);
                part.lines().stream()
                        .filter(ReversedLine::isSplit)
                        .forEach(line -> questions.reverseUnlessRecovered(money(part), line.reversal(id, day)));
            }
        }
        if (reverses && back) {
            questions.requirePosted(id, Purpose.CHARGEBACK);
            questions.takeBack(id, ground.cause().eventId(), day);
        }
    }

    /** Moves all parts against the cash. */
    void move(Movements movements, PostingRule rule, Ground ground, Tag cash) {
        var splits = (back ? ground.past().restored() : ground.past().reversed()).get(id);
        var all = splits == null ? new ArrayList<EarnedShares.Split>() : splits;
        for (Part part : parts) {
            if (!reverses) {
                turned(movements, rule.lineFor(Item.REOPENED, traits()), part.amount(), receivable(part), cash);
            } else if (isRecovered(part, ground)) {
                recovered(movements, rule, part, ground, cash);
            } else {
                reversed(movements, rule, part, ground, cash, all);
            }
        }
    }

    private void reversed(
            Movements movements,
            PostingRule rule,
            Part part,
            Ground ground,
            Tag cash,
            List<EarnedShares.Split> splits) {
        Reversal reversal = Reversal.of(id, reason, part.lines()).by(channel);
        BillingDocument.requireEqual(
                "What went back of invoice " + part.invoiceNumber(),
                "lines and tax",
                reversal.total(part.amount().currency()),
                part.amount());
        var own = splits.stream()
                .filter(split -> part.lines().stream()
                        .anyMatch(line -> split.invoiceLineId().equals(line.originalLineId())))
                .toList();
        var original = ground.past().rates().get(part.invoiceId());
        if (back) {
            reversal.moveBack(movements, rule, own, cash, original);
        } else {
            reversal.move(movements, rule, own, cash, original);
        }
    }

    private boolean isRecovered(Part part, Ground ground) {
        return ground.past().isRecovered(money(part));
    }

    private Lookback.MoneyOf money(Part part) {
        return new Lookback.MoneyOf(part.invoiceId(), paymentId);
    }

    /** In the proportion in which it had come: to bad debt, which is a dispute now, and to recoverables. */
    private void recovered(Movements movements, PostingRule rule, Part part, Ground ground, Tag cash) {
        Lookback.GivenUp givenUp = ground.past().givenUp().get(part.invoiceId());
        Money lost = Rounding.share(
                part.amount(),
                BigDecimal.valueOf(givenUp.recovered()),
                BigDecimal.valueOf(givenUp.recovered() + givenUp.recoverables()));
        Tag disputed = Ground.tag(Item.RECOVERED, part.invoiceId());
        turned(movements, rule.lineFor(Item.RECOVERED, traits()), lost, disputed, cash);
        Tag rest = Ground.tag(Item.RECOVERABLES, part.invoiceId());
        turned(
                movements,
                rule.lineFor(Item.RECOVERABLES, traits()),
                part.amount().minus(lost),
                rest,
                cash);
    }

    private void turned(Movements movements, PostingRule.Line line, Money amount, Tag debit, Tag credit) {
        if (!amount.isZero()) {
            movements.move(back ? line.reversed() : line, amount, back ? credit : debit, back ? debit : credit);
        }
    }

    private static Tag receivable(Part part) {
        return Ground.receivable(part.invoiceId(), part.invoiceNumber());
    }

    Traits traits() {
        return Traits.ofPayment(channel).because(reason);
    }
}
