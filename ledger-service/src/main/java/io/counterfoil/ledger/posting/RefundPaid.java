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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Money that we paid to the customer: of invoices, of unapplied cash, of a credit memo, of his credit. */
record RefundPaid(
        UUID refundId,
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        String mode,
        String channel,
        String gatewayReference,
        List<GivenBack.Part> invoices,
        Money unappliedAmount,
        UUID memoId,
        Money memoAmount,
        UUID creditId,
        Money creditAmount,
        String reasonCode,
        LocalDate valueDate,
        Money settledAmount,
        String rate)
        implements BillingDocument {

    RefundPaid {
        requireNonNull(refundId, "refundId");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(mode, "mode");
        requireNonNull(valueDate, "valueDate");
        invoices = invoices == null ? List.of() : invoices;
        unappliedAmount = unappliedAmount == null ? Money.zero(currency) : unappliedAmount;
        memoAmount = memoAmount == null ? Money.zero(currency) : memoAmount;
        creditAmount = creditAmount == null ? Money.zero(currency) : creditAmount;
    }

    @Override
    public Set<UUID> concerns() {
        Set<UUID> concerned = new HashSet<>();
        invoices.forEach(each -> concerned.add(each.invoiceId()));
        return concerned;
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        givenBack().ask(questions, ground, currency, valueDate);
    }

    @Override
    public JournalEntry entry(Ground ground) {
        PostingRule rule = ground.rule(Purpose.REFUND, valueDate);
        Tag cash = new Tag("PAYMENT", refundId, Map.of());
        Movements movements = new Movements();
        givenBack().move(movements, rule, ground, cash);
        take(movements, rule, Item.UNAPPLIED, unappliedAmount, new Tag("UNAPPLIED", paymentId, Map.of()), cash);
        take(movements, rule, Item.MEMO, memoAmount, new Tag("REFUND_PAYABLE", memoId, Map.of()), cash);
        take(movements, rule, Item.CUSTOMER_CREDIT, creditAmount, new Tag("CUSTOMER_CREDIT", creditId, Map.of()), cash);
        Money total = invoices.stream()
                .map(GivenBack.Part::amount)
                .reduce(unappliedAmount.plus(memoAmount).plus(creditAmount), Money::plus);
        BillingDocument.requireEqual("Refund " + refundId, "what it is paid of", total, amount);
        Movements settled = new Exchange(refundId, amount, settledAmount, rate)
                .applied(movements, rule, Traits.ofPayment(channel), ground);
        return JournalEntry.of(rule, currency, valueDate, ground.cause(), document(), settled)
                .valued(ground.difference(rule));
    }

    private GivenBack givenBack() {
        return new GivenBack(refundId, paymentId, reasonCode, channel, "REVERSE_REVENUE".equals(mode), invoices, false);
    }

    private void take(Movements movements, PostingRule rule, Item item, Money part, Tag from, Tag cash) {
        if (!part.isZero()) {
            movements.move(rule.lineFor(item, Traits.ofPayment(channel)), part, from, cash);
        }
    }

    private JournalEntry.Document document() {
        String number = gatewayReference == null ? refundId.toString() : gatewayReference;
        return new JournalEntry.Document(JournalEntry.Document.Kind.REFUND, refundId, number, customerId, null, null);
    }
}
