package io.counterfoil.billing.refund;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.refund.RefundJson.PaidByHand;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Finance has paid an approved refund by hand. */
@UseCase
class ConfirmRefund {

    private final RefundRows rows;
    private final BookRefund book;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    ConfirmRefund(RefundRows rows, BookRefund book, LegalEntities entities, BusinessClock clock) {
        this.rows = rows;
        this.book = book;
        this.entities = entities;
        this.clock = clock;
    }

    Refund handle(UUID refundId, PaidByHand paid) {
        Refund refund = rows.byId(refundId, true).orElseThrow(() -> new NotFound("refund", refundId));
        if (RequestRefund.GATEWAY.equals(refund.channel())) {
            throw new Invalid("/reference", "a refund of the gateway is paid by the gateway");
        }
        Instant now = clock.now();
        LocalDate today = entities.byId(refund.legalEntityId()).dateAt(now);
        if (paid.valueDate() != null && paid.valueDate().isAfter(today)) {
            throw new Invalid("/valueDate", "must not be after today, " + today);
        }
        return book.paid(refund, paid.reference(), paid.valueDate() == null ? today : paid.valueDate(), now);
    }
}
