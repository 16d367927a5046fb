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
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Usage that was delivered and is not billed yet: unbilled receivable, or a contract asset where the claim has a condition. */
record UsageRated(
        UUID accrualId,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String currency,
        String meterId,
        String productId,
        String revenueTreatment,
        Money deltaAmount,
        boolean conditional,
        LocalDate effectiveDate,
        Instant effectiveAt)
        implements BillingDocument {

    UsageRated {
        requireNonNull(accrualId, "accrualId");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(deltaAmount, "deltaAmount");
        requireNonNull(effectiveAt, "effectiveAt");
    }

    @Override
    public Set<UUID> concerns() {
        return Set.of(accrualId);
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        PostingRule rule = ground.rule(Purpose.ACCRUAL, day);
        Traits traits = Traits.ofLine(productId, revenueTreatment, null)
                .in(null, "USAGE")
                .because(conditional ? "CONDITIONAL" : null);
        Tag accrued = new Tag(Item.ACCRUED.name(), accrualId, Map.of("conditional", String.valueOf(conditional)));
        Tag delivered =
                new Tag(Item.LINE.name(), accrualId, Ground.dimensions("meterId", meterId, "productId", productId));
        Movements movements = new Movements().move(rule.lineFor(Item.ACCRUED, traits), deltaAmount, accrued, delivered);
        JournalEntry.Document document = new JournalEntry.Document(
                JournalEntry.Document.Kind.ACCRUAL, accrualId, accrualId.toString(), customerId, contractId, orderId);
        return JournalEntry.of(rule, currency, day, ground.cause(), document, movements);
    }
}
