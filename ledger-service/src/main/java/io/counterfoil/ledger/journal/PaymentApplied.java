package io.counterfoil.ledger.journal;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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
        boolean fromUnapplied,
        LocalDate effectiveDate,
        Instant effectiveAt)
        implements BillingDocument {

    static final String TYPE = "io.counterfoil.billing.payment.applied.v1";

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
    public JournalEntry entry(JournalEntry.Cause cause, Books.Book book, Rulebook.Opened rules) {
        LocalDate day = effectiveDate == null ? book.dayOf(effectiveAt) : effectiveDate;
        PostingRule rule = rules.rule(legalEntityId, Purpose.PAYMENT_APPLICATION, day);
        PostingRule.Line line = rule.lineFor(Item.APPLICATION, Traits.NONE);
        Tag rest = new Tag(Item.UNAPPLIED.name(), paymentId, Map.of());
        Tag applied =
                new Tag(Item.APPLICATION.name(), applicationId, PaymentSettled.dimensions(invoiceId, invoiceNumber));
        JournalEntry.Document document = new JournalEntry.Document(
                JournalEntry.Document.Kind.PAYMENT, paymentId, paymentId.toString(), customerId, null, orderId);
        return JournalEntry.of(rule, currency, day, cause, document, new Movements().move(line, amount, rest, applied));
    }
}
