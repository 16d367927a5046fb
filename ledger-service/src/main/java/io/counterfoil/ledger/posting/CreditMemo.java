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
import io.counterfoil.ledger.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A credit memo, issued or voided: what it reverses, and where that went. What is not settled otherwise is credit on the
 * receivable: of its invoice, or of the memo itself while it is open.
 */
final class CreditMemo {

    private CreditMemo() {}

    record Settlement(Money toInvoice, Money toCustomerCredit, Money toRefund, Money external) {}

    record Reference(UUID invoiceId, String invoiceNumber) {}

    record Line(
            UUID originalLineId,
            String productId,
            String revenueTreatment,
            Money lineNetAmount,
            String taxCategoryCode,
            String taxRate,
            String taxJurisdiction,
            Money taxAmount,
            ServicePeriod servicePeriod,
            List<UUID> accrualIds) {

        Line {
            accrualIds = accrualIds == null ? List.of() : accrualIds;
        }

        ReversedLine reversed() {
            return new ReversedLine(
                    originalLineId,
                    productId,
                    revenueTreatment,
                    lineNetAmount,
                    taxCategoryCode,
                    taxRate,
                    taxJurisdiction,
                    taxAmount,
                    servicePeriod);
        }
    }

    /** Where the amount of a memo goes, or comes back from. */
    record Settled(UUID memoId, UUID invoiceId, String invoiceNumber, Settlement settlement) {

        Tag memo() {
            return new Tag("INVOICE", memoId, Map.of("creditMemoId", memoId.toString()));
        }

        void move(Movements movements, PostingRule rule, boolean back) {
            if (invoiceId != null
                    && settlement.toInvoice() != null
                    && !settlement.toInvoice().isZero()) {
                Tag invoice = Ground.receivable(invoiceId, invoiceNumber);
                PostingRule.Line receivable = withinReceivable(rule);
                movements.move(receivable, settlement.toInvoice(), back ? invoice : memo(), back ? memo() : invoice);
            }
            Tag credit = new Tag("CUSTOMER_CREDIT", memoId, Map.of());
            other(movements, rule, Item.TO_CUSTOMER_CREDIT, settlement.toCustomerCredit(), credit, back);
            Tag refund = new Tag("REFUND_PAYABLE", memoId, Map.of());
            other(movements, rule, Item.TO_REFUND, settlement.toRefund(), refund, back);
            other(movements, rule, Item.EXTERNAL, settlement.external(), Ground.tag(Item.EXTERNAL, memoId), back);
        }

        private void other(Movements movements, PostingRule rule, Item item, Money amount, Tag to, boolean back) {
            if (amount != null && !amount.isZero()) {
                PostingRule.Line line = rule.lineFor(item, Traits.NONE);
                movements.move(back ? line.reversed() : line, amount, back ? to : memo(), back ? memo() : to);
            }
        }

        /** From the memo's own item to that of the invoice, on the account that the memo credits. */
        private static PostingRule.Line withinReceivable(PostingRule rule) {
            PostingRule.Account receivable = rule.lines().stream()
                    .filter(line -> line.item() == Item.EARNED)
                    .findFirst()
                    .map(PostingRule.Line::credit)
                    .orElseGet(() -> rule.lineFor(Item.EARNED, Traits.NONE).credit());
            return new PostingRule.Line(Item.EARNED, Traits.NONE, receivable, receivable);
        }
    }

    /** A memo got its number. */
    record Issued(
            UUID creditMemoId,
            String creditMemoNumber,
            Reference precedingInvoiceReference,
            LocalDate issueDate,
            UUID orderId,
            UUID contractId,
            UUID customerId,
            String legalEntityId,
            String currency,
            String reasonCode,
            List<Line> lines,
            Money payableRoundingAmount,
            Money totalAmount,
            Settlement settlement)
            implements BillingDocument {

        Issued {
            requireNonNull(creditMemoId, "creditMemoId");
            requireNonNull(creditMemoNumber, "creditMemoNumber");
            requireNonNull(issueDate, "issueDate");
            requireNonNull(customerId, "customerId");
            requireNonNull(legalEntityId, "legalEntityId");
            requireNonNull(currency, "currency");
            requireNonNull(lines, "lines");
            requireNonNull(totalAmount, "totalAmount");
            requireNonNull(settlement, "settlement");
        }

        @Override
        public Set<UUID> concerns() {
            Set<UUID> concerned = new HashSet<>(Set.of(creditMemoId));
            lines.forEach(line -> concerned.addAll(line.accrualIds()));
            if (precedingInvoiceReference != null) {
                concerned.add(precedingInvoiceReference.invoiceId());
            }
            return concerned;
        }

        @Override
        public boolean looksBack() {
            return true;
        }

        @Override
        public void ask(Lookback.Questions questions, Ground ground) {
            reversal().ask(questions, issueDate);
            lines.forEach(line -> questions.credited(line.accrualIds(), issueDate));
            ground.askRate(
                    questions,
                    currency,
                    precedingInvoiceReference == null ? null : precedingInvoiceReference.invoiceId());
        }

        @Override
        public JournalEntry entry(Ground ground) {
            PostingRule rule = ground.rule(Purpose.CREDIT_MEMO, issueDate);
            Reversal reversal = reversal();
            BillingDocument.requireEqual(
                    "Credit memo " + creditMemoNumber,
                    "lines, tax and rounding",
                    Reversal.with(payableRoundingAmount, reversal.total(currency)),
                    totalAmount);
            Reference invoice =
                    precedingInvoiceReference == null ? new Reference(null, null) : precedingInvoiceReference;
            Settled settled = new Settled(creditMemoId, invoice.invoiceId(), invoice.invoiceNumber(), settlement);
            Movements movements = new Movements();
            reversal.move(movements, rule, ground.past().reversed().get(creditMemoId), settled.memo(), null);
            Reversal.rounding(movements, rule, payableRoundingAmount, settled.memo(), creditMemoId, false);
            settled.move(movements, rule, false);
            return JournalEntry.of(rule, currency, issueDate, ground.cause(), document(), movements)
                    .valued(ground.original(rule, invoice.invoiceId()));
        }

        private Reversal reversal() {
            return Reversal.of(
                    creditMemoId, reasonCode, lines.stream().map(Line::reversed).toList());
        }

        private JournalEntry.Document document() {
            return new JournalEntry.Document(
                    JournalEntry.Document.Kind.CREDIT_MEMO,
                    creditMemoId,
                    creditMemoNumber,
                    customerId,
                    contractId,
                    orderId);
        }
    }

    /** A memo counts no longer. */
    record Voided(
            UUID creditMemoId,
            String creditMemoNumber,
            UUID invoiceId,
            String invoiceNumber,
            UUID orderId,
            UUID contractId,
            UUID customerId,
            String legalEntityId,
            String currency,
            String reasonCode,
            List<ReversedLine> lines,
            Money payableRoundingAmount,
            Money totalAmount,
            Settlement settlement,
            LocalDate effectiveDate,
            Instant effectiveAt)
            implements BillingDocument {

        Voided {
            requireNonNull(creditMemoId, "creditMemoId");
            requireNonNull(creditMemoNumber, "creditMemoNumber");
            requireNonNull(customerId, "customerId");
            requireNonNull(legalEntityId, "legalEntityId");
            requireNonNull(currency, "currency");
            requireNonNull(lines, "lines");
            requireNonNull(totalAmount, "totalAmount");
            requireNonNull(settlement, "settlement");
            requireNonNull(effectiveAt, "effectiveAt");
        }

        @Override
        public Set<UUID> concerns() {
            return invoiceId == null ? Set.of(creditMemoId) : Set.of(creditMemoId, invoiceId);
        }

        @Override
        public boolean looksBack() {
            return true;
        }

        @Override
        public void ask(Lookback.Questions questions, Ground ground) {
            ground.askRate(questions, currency, invoiceId);
            questions.requirePosted(creditMemoId, Purpose.CREDIT_MEMO);
            questions.takeBack(creditMemoId, ground.cause().eventId(), ground.day(effectiveDate, effectiveAt));
        }

        @Override
        public JournalEntry entry(Ground ground) {
            LocalDate day = ground.day(effectiveDate, effectiveAt);
            PostingRule rule = ground.rule(Purpose.CREDIT_MEMO, day);
            Settled settled = new Settled(creditMemoId, invoiceId, invoiceNumber, settlement);
            Movements movements = new Movements();
            Reversal.of(creditMemoId, reasonCode, lines)
                    .moveBack(movements, rule, ground.past().restored().get(creditMemoId), settled.memo(), null);
            Reversal.rounding(movements, rule, payableRoundingAmount, settled.memo(), creditMemoId, true);
            settled.move(movements, rule, true);
            return JournalEntry.of(rule, Purpose.CREDIT_MEMO_VOID, currency, day, ground.cause(), document(), movements)
                    .valued(ground.original(rule, invoiceId));
        }

        private JournalEntry.Document document() {
            return new JournalEntry.Document(
                    JournalEntry.Document.Kind.CREDIT_MEMO,
                    creditMemoId,
                    creditMemoNumber,
                    customerId,
                    contractId,
                    orderId);
        }
    }
}
