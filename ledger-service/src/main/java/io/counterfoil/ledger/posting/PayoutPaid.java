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

/** What a gateway held for us is at the bank; negative where it took some back. When the bank sends it back, all is undone. */
record PayoutPaid(
        UUID payoutId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        String gatewayReference,
        LocalDate valueDate,
        Boolean failed)
        implements BillingDocument {

    PayoutPaid {
        requireNonNull(payoutId, "payoutId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(valueDate, "valueDate");
        failed = failed != null && failed;
    }

    PayoutPaid asFailed() {
        return new PayoutPaid(payoutId, legalEntityId, currency, amount, channel, gatewayReference, valueDate, true);
    }

    @Override
    public Set<UUID> concerns() {
        return Set.of(payoutId);
    }

    @Override
    public boolean looksBack() {
        return failed;
    }

    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        if (failed) {
            questions.requirePosted(payoutId, Purpose.PAYOUT);
        }
    }

    @Override
    public JournalEntry entry(Ground ground) {
        PostingRule rule = ground.rule(Purpose.PAYOUT, valueDate);
        Tag tag = Ground.tag(Item.PAID_OUT, payoutId);
        PostingRule.Line line = rule.lineFor(Item.PAID_OUT, Traits.ofPayment(channel));
        Movements movements = new Movements().move(failed ? line.reversed() : line, amount, tag, tag);
        String number = gatewayReference == null ? payoutId.toString() : gatewayReference;
        JournalEntry.Document document =
                new JournalEntry.Document(JournalEntry.Document.Kind.PAYOUT, payoutId, number, null, null, null);
        Purpose purpose = failed ? Purpose.PAYOUT_FAILED : Purpose.PAYOUT;
        return JournalEntry.of(rule, purpose, currency, valueDate, ground.cause(), document, movements);
    }
}
