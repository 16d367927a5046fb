package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The payer took the money back through his bank; when the dispute is won, all of it is taken back. */
record PaymentDisputed(
        UUID disputeId,
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
        String reasonCode,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Money settledAmount,
        String rate,
        Boolean won)
        implements BillingDocument {

    PaymentDisputed {
        requireNonNull(disputeId, "disputeId");
        requireNonNull(paymentId, "paymentId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(mode, "mode");
        requireNonNull(effectiveAt, "effectiveAt");
        invoices = invoices == null ? List.of() : invoices;
        unappliedAmount = unappliedAmount == null ? Money.zero(currency) : unappliedAmount;
        won = won != null && won;
    }

    PaymentDisputed asWon() {
        return new PaymentDisputed(
                disputeId,
                paymentId,
                customerId,
                legalEntityId,
                currency,
                amount,
                mode,
                channel,
                gatewayReference,
                invoices,
                unappliedAmount,
                reasonCode,
                effectiveDate,
                effectiveAt,
                settledAmount,
                rate,
                true);
    }

    @Override
    public Set<UUID> concerns() {
        Set<UUID> concerned = new HashSet<>(Set.of(disputeId, paymentId));
        invoices.forEach(each -> concerned.add(each.invoiceId()));
        return concerned;
    }

    @Override
    public boolean looksBack() {
        return true;
    }

    @Override
    public void ask(Lookback.Questions questions, Ground ground) {
        givenBack().ask(questions, ground, currency, ground.day(effectiveDate, effectiveAt));
    }

    @Override
    public JournalEntry entry(Ground ground) {
        LocalDate day = ground.day(effectiveDate, effectiveAt);
        PostingRule rule = ground.rule(Purpose.CHARGEBACK, day);
        Tag cash = new Tag("PAYMENT", disputeId, Map.of());
        Movements movements = new Movements();
        GivenBack givenBack = givenBack();
        givenBack.move(movements, rule, ground, cash);
        if (!unappliedAmount.isZero()) {
            PostingRule.Line line = rule.lineFor(Item.UNAPPLIED, givenBack.traits());
            Tag rest = Ground.tag(Item.UNAPPLIED, paymentId);
            movements.move(won ? line.reversed() : line, unappliedAmount, won ? cash : rest, won ? rest : cash);
        }
        Money total = invoices.stream().map(GivenBack.Part::amount).reduce(unappliedAmount, Money::plus);
        BillingDocument.requireEqual("Dispute " + disputeId, "what it had settled", total, amount);
        Purpose purpose = won ? Purpose.CHARGEBACK_WON : Purpose.CHARGEBACK;
        Movements settled = new Exchange(disputeId, amount, settledAmount, rate)
                .applied(movements, rule, givenBack.traits(), ground);
        return JournalEntry.of(rule, purpose, currency, day, ground.cause(), document(), settled)
                .valued(ground.difference(rule));
    }

    private GivenBack givenBack() {
        return new GivenBack(disputeId, paymentId, reasonCode, channel, "REVENUE".equals(mode), invoices, won);
    }

    private JournalEntry.Document document() {
        String number = gatewayReference == null ? disputeId.toString() : gatewayReference;
        return new JournalEntry.Document(JournalEntry.Document.Kind.DISPUTE, disputeId, number, customerId, null, null);
    }
}
