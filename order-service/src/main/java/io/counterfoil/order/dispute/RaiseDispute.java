package io.counterfoil.order.dispute;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.dispute.DisputeJson.Request;
import io.counterfoil.order.fulfilment.ProcessBook;
import jakarta.inject.Inject;
import java.util.UUID;

/** A customer disputes an amount of an invoice. */
@UseCase
class RaiseDispute {

    private final Disputes disputes;
    private final DisputePath path;
    private final ProcessBook processes;

    @Inject
    RaiseDispute(Disputes disputes, DisputePath path, ProcessBook processes) {
        this.disputes = disputes;
        this.path = path;
        this.processes = processes;
    }

    DisputeJson.View handle(Request wanted) {
        wanted.check();
        UUID order = disputes.orderOf(wanted.invoiceId())
                .orElseThrow(() -> new NotFound("invoice of an order", wanted.invoiceId()));
        String business = processes.correlationId(order);
        return Correlation.within(Correlation.current().continuing(business), () -> {
            Dispute dispute = new Dispute(
                    EventIds.next(),
                    wanted.invoiceId(),
                    order,
                    DisputeState.OPENING,
                    wanted.amount(),
                    wanted.reasonCode(),
                    wanted.reason(),
                    null,
                    null,
                    null,
                    Correlation.current().actor(),
                    null,
                    business,
                    1);
            path.begin(dispute);
            return disputes.show(dispute);
        });
    }
}
