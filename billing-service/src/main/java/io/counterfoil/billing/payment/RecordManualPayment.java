package io.counterfoil.billing.payment;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.PaymentJson.ManualPayment;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** A person records money that came outside the gateway: through a bank, in cash, by cheque. */
@UseCase
class RecordManualPayment {

    private static final String GATEWAY = "stripe";

    private final RecordReceipt receipts;
    private final PaymentRows rows;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    RecordManualPayment(RecordReceipt receipts, PaymentRows rows, LegalEntities entities, BusinessClock clock) {
        this.receipts = receipts;
        this.rows = rows;
        this.entities = entities;
        this.clock = clock;
    }

    Payment handle(ManualPayment wanted) {
        Instant now = clock.now();
        LocalDate today = entities.byId(wanted.legalEntityId()).dateAt(now);
        check(wanted, today);
        if (rows.byReference(wanted.channel(), wanted.reference()).isPresent()) {
            throw new PaymentAlreadyRecorded(wanted.channel(), wanted.reference());
        }
        receipts.handle(new Receipt(
                wanted.channel(),
                wanted.reference(),
                null,
                wanted.amount(),
                wanted.invoiceNumber(),
                wanted.customerId(),
                null,
                null,
                now,
                null,
                new Receipt.Manual(
                        wanted.legalEntityId(), wanted.valueDate() == null ? today : wanted.valueDate(), wanted.fee()),
                null));
        return rows.byReference(wanted.channel(), wanted.reference()).orElseThrow();
    }

    private static void check(ManualPayment wanted, LocalDate today) {
        if (wanted.channel().equals(GATEWAY)) {
            throw new Invalid("/channel", "payments of the gateway come by its webhook");
        }
        if (!wanted.amount().isPositive()) {
            throw new Invalid("/amount/amount", "must be above zero");
        }
        if (wanted.valueDate() != null && wanted.valueDate().isAfter(today)) {
            throw new Invalid("/valueDate", "must not be after today, " + today);
        }
        if (wanted.fee() != null
                && (wanted.fee().isNegative()
                        || !wanted.fee().currency().equals(wanted.amount().currency()))) {
            throw new Invalid("/fee", "must not be negative, and in the currency of the payment");
        }
    }
}
