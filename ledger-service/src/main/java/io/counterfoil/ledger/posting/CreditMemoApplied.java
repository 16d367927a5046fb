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

/** Open credit of a memo that is used later; within the receivable, that is no entry. */
record CreditMemoApplied(
        UUID creditMemoId,
        String creditMemoNumber,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID applicationId,
        String target,
        UUID orderId,
        UUID contractId,
        Money amount,
        LocalDate effectiveDate,
        Instant effectiveAt)
        implements BillingDocument {

    CreditMemoApplied {
        requireNonNull(creditMemoId, "creditMemoId");
        requireNonNull(creditMemoNumber, "creditMemoNumber");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(target, "target");
        requireNonNull(amount, "amount");
        requireNonNull(effectiveAt, "effectiveAt");
    }

    @Override
    public boolean isPosted() {
        return !"INVOICE".equals(target);
    }

    @Override
    public Set<UUID> concerns() {
        return Set.of(creditMemoId);
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        PostingRule rule = ground.rule(Purpose.CREDIT_MEMO_APPLICATION, day);
        Tag memo = new Tag("INVOICE", creditMemoId, Map.of("creditMemoId", creditMemoId.toString()));
        Movements movements = new Movements().move(rule.lineFor(item(), Traits.NONE), amount, memo, to());
        JournalEntry.Document document = new JournalEntry.Document(
                JournalEntry.Document.Kind.CREDIT_MEMO,
                creditMemoId,
                creditMemoNumber,
                customerId,
                contractId,
                orderId);
        return JournalEntry.of(rule, currency, day, ground.cause(), document, movements);
    }

    private Item item() {
        return switch (target) {
            case "CUSTOMER_CREDIT" -> Item.TO_CUSTOMER_CREDIT;
            case "REFUND" -> Item.TO_REFUND;
            default -> Item.EXTERNAL;
        };
    }

    private Tag to() {
        return switch (target) {
            case "CUSTOMER_CREDIT" -> new Tag("CUSTOMER_CREDIT", creditMemoId, Map.of());
            case "REFUND" -> new Tag("REFUND_PAYABLE", creditMemoId, Map.of());
            default -> Ground.tag(Item.EXTERNAL, creditMemoId);
        };
    }
}
