package io.counterfoil.billing.payment;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Records what a gateway said about money, once, however often it says so: a settled payment is applied to the invoices that
 * it matches and the rest is unapplied cash; a failed one is remembered and told. What answers an attempt of ours ends the
 * payment that was awaited; money that comes after its attempt had ended is a payment of its own.
 */
@UseCase
class RecordReceipt {

    private final PaymentRows rows;
    private final MatchReceipt matching;
    private final GatewayAccounts accounts;
    private final LegalEntities entities;
    private final ApplyCash cash;
    private final UnappliedCashDesk desk;
    private final Outbox outbox;

    @Inject
    RecordReceipt(
            PaymentRows rows,
            MatchReceipt matching,
            GatewayAccounts accounts,
            LegalEntities entities,
            ApplyCash cash,
            UnappliedCashDesk desk,
            Outbox outbox) {
        this.rows = rows;
        this.matching = matching;
        this.accounts = accounts;
        this.entities = entities;
        this.cash = cash;
        this.desk = desk;
        this.outbox = outbox;
    }

    void handle(Receipt receipt) {
        Optional<Payment> ours = Optional.ofNullable(receipt.attemptId()).flatMap(attempt -> rows.byId(attempt, true));
        Optional<Payment> awaited = ours.filter(payment -> payment.state().isAwaited());
        if (awaited.isEmpty() && (ours.isPresent() && receipt.failure() != null || rows.isRecorded(receipt))) {
            return;
        }
        Match match = matching.match(receipt);
        Correlation correlation = match.correlationId() == null
                ? Correlation.current()
                : Correlation.current().continuing(match.correlationId());
        Correlation.within(correlation, () -> record(receipt, match, awaited.orElse(null)));
    }

    private void record(Receipt receipt, Match match, Payment awaited) {
        LocalDate valueDate = receipt.manual().valueDate() == null
                ? entities.byId(match.legalEntityId()).dateAt(receipt.at())
                : receipt.manual().valueDate();
        Payment payment = payment(receipt, match, valueDate, awaited);
        if (receipt.failure() != null) {
            rows.add(payment);
            outbox.publish(payment.failed(), payment.eventId());
            return;
        }
        if (receipt.invoiceNumber() != null && !match.invoices().isEmpty()) {
            accounts.learn(receipt.gateway(), receipt.gatewayCustomer(), match.customerId());
        }
        Payment applied = cash.arrived(payment, match.invoices(), valueDate);
        if (match.doubt() != null) {
            desk.open(applied, match.doubt());
        }
    }

    private static Payment payment(Receipt receipt, Match match, LocalDate valueDate, Payment awaited) {
        boolean settled = receipt.failure() == null;
        UUID id = awaited == null ? EventIds.next() : awaited.paymentId();
        return new Payment(
                id,
                receipt.gateway(),
                receipt.reference(),
                receipt.eventId(),
                match.legalEntityId(),
                match.customerId(),
                receipt.amount(),
                settled ? receipt.amount() : Money.zero(receipt.amount().currency()),
                Payment.Balances.none(receipt.amount().currency(), receipt.fee()),
                settled ? PaymentState.SETTLED : PaymentState.FAILED,
                receipt.invoiceNumber(),
                valueDate,
                receipt.at(),
                receipt.failure(),
                receipt.conversion(),
                Correlation.current().correlationId(),
                EventIds.derived(id, settled ? PaymentSettled.TYPE : PaymentFailed.TYPE),
                awaited == null ? 1 : awaited.version() + 1);
    }
}
