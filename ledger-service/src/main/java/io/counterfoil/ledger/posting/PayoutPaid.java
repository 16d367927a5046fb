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

/** What a gateway held for us is at the bank; negative where it took some back. */
record PayoutPaid(
        UUID payoutId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        String gatewayReference,
        LocalDate valueDate)
        implements BillingDocument {

    PayoutPaid {
        requireNonNull(payoutId, "payoutId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(valueDate, "valueDate");
    }

    @Override
    public Set<UUID> concerns() {
        return Set.of(payoutId);
    }

    @Override
    public JournalEntry entry(Ground ground) {
        PostingRule rule = ground.rule(Purpose.PAYOUT, valueDate);
        Tag tag = Ground.tag(Item.PAID_OUT, payoutId);
        Movements movements =
                new Movements().move(rule.lineFor(Item.PAID_OUT, Traits.ofPayment(channel)), amount, tag, tag);
        String number = gatewayReference == null ? payoutId.toString() : gatewayReference;
        JournalEntry.Document document =
                new JournalEntry.Document(JournalEntry.Document.Kind.PAYOUT, payoutId, number, null, null, null);
        return JournalEntry.of(rule, currency, valueDate, ground.cause(), document, movements);
    }
}
