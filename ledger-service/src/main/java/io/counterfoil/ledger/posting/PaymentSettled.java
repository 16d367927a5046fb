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

/** Cash that came in: against the receivable for what was applied, against unapplied cash for the rest. */
record PaymentSettled(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        LocalDate valueDate,
        String gatewayReference,
        Money fee,
        List<Application> applications,
        Money unappliedAmount,
        Money settledAmount,
        String rate)
        implements BillingDocument {

    PaymentSettled {
        requireNonNull(paymentId, "paymentId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(valueDate, "valueDate");
        applications = applications == null ? List.of() : applications;
        unappliedAmount = unappliedAmount == null ? Money.zero(amount.currency()) : unappliedAmount;
    }

    @Override
    public Set<UUID> concerns() {
        Set<UUID> concerned = new HashSet<>(Set.of(paymentId));
        applications.forEach(each -> concerned.add(each.invoiceId()));
        return concerned;
    }

    @Override
    public boolean looksBack(Ground ground) {
        return ground.isForeign(currency);
    }

    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        if (ground.isForeign(currency)) {
            applications.forEach(each -> questions.booked(each.invoiceId()));
        }
    }

    @Override
    public JournalEntry entry(Ground ground) {
        PostingRule rule = ground.rule(Purpose.PAYMENT, valueDate);
        Traits traits = Traits.ofPayment(channel);
        Tag cash = new Tag("PAYMENT", paymentId, Map.of());
        Movements movements = new Movements();
        Money total = unappliedAmount;
        for (Application application : applications) {
            application.move(movements, rule, Item.APPLICATION, traits, cash, ground);
            total = total.plus(application.amount());
        }
        BillingDocument.requireEqual("Payment " + paymentId, "applications and what is unapplied", total, amount);
        if (!unappliedAmount.isZero()) {
            Tag rest = Ground.tag(Item.UNAPPLIED, paymentId);
            movements.move(rule.lineFor(Item.UNAPPLIED, traits), unappliedAmount, cash, rest);
        }
        if (fee != null && !fee.isZero()) {
            Tag kept = Ground.tag(Item.FEE, paymentId);
            movements.move(rule.lineFor(Item.FEE, traits), fee, kept, kept);
        }
        Movements settled =
                new Exchange(paymentId, amount, settledAmount, rate).applied(movements, rule, traits, ground);
        return JournalEntry.of(rule, currency, valueDate, ground.cause(), document(), settled)
                .valued(ground.difference(rule));
    }

    private JournalEntry.Document document() {
        String number = gatewayReference == null ? paymentId.toString() : gatewayReference;
        return new JournalEntry.Document(JournalEntry.Document.Kind.PAYMENT, paymentId, number, customerId, null, null);
    }
}
