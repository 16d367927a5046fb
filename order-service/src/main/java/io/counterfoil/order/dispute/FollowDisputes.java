package io.counterfoil.order.dispute;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.posting.DocumentPosted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Moves disputes on by what billing and ledger say; one that was opened at billing-service itself is followed from then on. */
@Dependent
class FollowDisputes implements EventHandler {

    private final Disputes disputes;
    private final DisputePath path;

    @Inject
    FollowDisputes(Disputes disputes, DisputePath path) {
        this.disputes = disputes;
        this.path = path;
    }

    @Override
    public Set<String> types() {
        return Set.of("io.counterfoil.billing.invoice.disputed.v1");
    }

    @Override
    public void handle(Envelope event) {
        InvoiceDisputed fact = event.dataAs(InvoiceDisputed.class);
        Optional<Dispute> known = disputes.heldAs(fact.disputeId(), fact.invoiceId());
        if (!"OPENED".equals(fact.state())) {
            known.ifPresent(dispute -> path.decidedElsewhere(dispute, "ACCEPTED".equals(fact.state())));
        } else if (known.isPresent()) {
            path.held(known.get().disputeId(), fact.disputeId(), fact.amount());
        } else if (fact.orderId() != null) {
            path.adopt(adopted(fact));
        }
    }

    void posted(@Observes DocumentPosted posted) {
        if (posted.process() == ProcessKind.DISPUTE) {
            path.posted(posted.journeyId());
        }
    }

    private static Dispute adopted(InvoiceDisputed fact) {
        return new Dispute(
                EventIds.derived(fact.disputeId(), "dispute"),
                fact.invoiceId(),
                fact.orderId(),
                DisputeState.OPEN,
                fact.amount(),
                fact.reasonCode(),
                fact.reason() == null ? fact.reasonCode() : fact.reason(),
                fact.disputeId(),
                null,
                null,
                Correlation.current().actor(),
                null,
                Correlation.current().correlationId(),
                1);
    }

    private record InvoiceDisputed(
            UUID invoiceId,
            UUID orderId,
            UUID disputeId,
            String state,
            Money amount,
            String reasonCode,
            String reason) {}
}
