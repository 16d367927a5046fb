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

/**
 * Credit of a customer that is granted, used or over. What made it, and whether it was granted or bought, decides on the
 * accounts; credit of a memo and prepaid credit were posted by the memo and the invoice that made them.
 *
 * @param act what happens to it
 */
record CustomerCredit(
        UUID creditId,
        UUID customerId,
        String legalEntityId,
        String currency,
        String kind,
        Money amount,
        String origin,
        String reasonCode,
        UUID applicationId,
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Act act)
        implements BillingDocument {

    enum Act {
        GRANTED,
        APPLIED,
        EXPIRED
    }

    private static final Set<String> POSTED_BY_ANOTHER = Set.of("CREDIT_MEMO", "PREPAID_PURCHASE");

    CustomerCredit {
        requireNonNull(creditId, "creditId");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(kind, "kind");
        requireNonNull(amount, "amount");
        requireNonNull(effectiveAt, "effectiveAt");
    }

    CustomerCredit as(Act what) {
        return new CustomerCredit(
                creditId,
                customerId,
                legalEntityId,
                currency,
                kind,
                amount,
                origin,
                reasonCode,
                applicationId,
                invoiceId,
                invoiceNumber,
                orderId,
                contractId,
                effectiveDate,
                effectiveAt,
                what);
    }

    @Override
    public boolean isPosted() {
        return act != Act.GRANTED || !isPrepaid() && !POSTED_BY_ANOTHER.contains(origin);
    }

    private boolean isPrepaid() {
        return "PREPAID".equals(kind);
    }

    @Override
    public Set<UUID> concerns() {
        return invoiceId == null ? Set.of(creditId) : Set.of(creditId, invoiceId);
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        return switch (act) {
            case GRANTED ->
                entry(ground, ground.rule(Purpose.CREDIT_GRANT, day), Item.GRANT, day, grantedFrom(), credit());
            case EXPIRED -> {
                Item item = isPrepaid() ? Item.PREPAID_EXPIRED : Item.GRANT;
                yield entry(
                        ground,
                        ground.rule(Purpose.CREDIT_EXPIRY, day),
                        item,
                        day,
                        credit(),
                        Ground.tag(item, creditId));
            }
            case APPLIED -> {
                Item item = isPrepaid() ? Item.PREPAID_DRAWN : Item.CREDIT_DRAWN;
                Tag receivable = Ground.receivable(invoiceId, invoiceNumber);
                yield entry(ground, ground.rule(Purpose.CREDIT_APPLICATION, day), item, day, credit(), receivable);
            }
        };
    }

    private JournalEntry entry(Ground ground, PostingRule rule, Item item, LocalDate day, Tag debit, Tag credit) {
        Traits traits = Traits.ofReason(reasonCode).in(origin, null);
        Movements movements = new Movements().move(rule.lineFor(item, traits), amount, debit, credit);
        JournalEntry.Document document = new JournalEntry.Document(
                JournalEntry.Document.Kind.CUSTOMER_CREDIT,
                creditId,
                creditId.toString(),
                customerId,
                contractId,
                orderId);
        return JournalEntry.of(rule, currency, day, ground.cause(), document, movements)
                .valued(ground.difference(rule));
    }

    private Tag grantedFrom() {
        return switch (origin) {
            case "NEGATIVE_INVOICE" -> new Tag("INVOICE", invoiceId == null ? creditId : invoiceId, Map.of());
            default -> Ground.tag(Item.GRANT, creditId);
        };
    }

    private Tag credit() {
        return new Tag(isPrepaid() ? "PREPAID" : "CUSTOMER_CREDIT", creditId, Map.of());
    }
}
