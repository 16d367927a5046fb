package io.counterfoil.order.reversal;

import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.step.Steps;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.posting.Postings;
import io.counterfoil.order.reversal.ReversalJson.Document;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The moves of a reversal and what follows from each, in the caller's transaction. */
@Dependent
class ReversalPath {

    private final Reversals reversals;
    private final ProcessBook processes;
    private final ContractBook contracts;
    private final Journeys journeys;
    private final Postings postings;
    private final Steps steps;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Event<GoodsReturned> goods;

    @Inject
    ReversalPath(
            Reversals reversals,
            ProcessBook processes,
            ContractBook contracts,
            Journeys journeys,
            Postings postings,
            Steps steps,
            Outbox outbox,
            BusinessClock clock,
            Event<GoodsReturned> goods) {
        this.reversals = reversals;
        this.processes = processes;
        this.contracts = contracts;
        this.journeys = journeys;
        this.postings = postings;
        this.steps = steps;
        this.outbox = outbox;
        this.clock = clock;
        this.goods = goods;
    }

    void begin(Reversal reversal) {
        reversals.add(reversal);
        journeys.begin(
                reversal.kind().process(),
                reversal.reversalId(),
                reversal.wanted().reason());
        if (reversal.kind().isWhole()) {
            schedule(EndSubscriptions.KIND, reversal);
        }
    }

    /** A second person has decided on a return. */
    void decided(Reversal reversal) {
        moved(reversal, "decided by " + reversal.decidedBy());
        if (reversal.state() == ReversalState.CREDITING) {
            outbox.publish(ReturnAuthorised.of(reversal, clock.now()));
            schedule(CreditLines.KIND, reversal);
        }
    }

    /** The subscriptions are ended. */
    void ended(UUID reversalId, List<Document> documents) {
        Reversal reversal = reversals.forChange(reversalId);
        if (reversal.state() != ReversalState.ENDING) {
            return;
        }
        reversal.gave(documents);
        if (reversal.kind() == ReversalKind.COMPENSATION) {
            to(reversal, ReversalState.CREDITING, "subscriptions ended");
            schedule(CreditLines.KIND, reversal);
        } else {
            awaitBooks(reversal, ReversalState.AWAITING_POSTING, "subscriptions ended");
        }
    }

    /** What is to be credited is credited, or waits for a second person in billing-service. */
    void credited(UUID reversalId, List<Document> documents, Map<UUID, Long> pieces) {
        Reversal reversal = reversals.forChange(reversalId);
        if (reversal.state() == ReversalState.CREDITING) {
            reversal.gave(documents);
            reversal.brings(pieces);
            awaitBooks(reversal, ReversalState.AWAITING_POSTING, "credited");
        }
    }

    /** Money is on its way back. */
    void refunded(UUID reversalId, Document refund) {
        Reversal reversal = reversals.forChange(reversalId);
        if (reversal.state() == ReversalState.REFUNDING) {
            reversal.gave(List.of(refund));
            awaitBooks(reversal, ReversalState.AWAITING_REFUND, "refund asked for");
        }
    }

    /** A document that it waited for is in the general ledger. */
    void posted(UUID reversalId, UUID documentId) {
        Reversal reversal = reversals.forChange(reversalId);
        reversal.posted(documentId);
        boolean waits =
                reversal.state() == ReversalState.AWAITING_POSTING || reversal.state() == ReversalState.AWAITING_REFUND;
        if (waits && reversal.unposted().isEmpty()) {
            goOn(reversal, "all posted");
        }
    }

    private void awaitBooks(Reversal reversal, ReversalState waiting, String cause) {
        reversal.unposted().stream()
                .sorted()
                .filter(document -> postings.await(document, reversal.kind().process(), reversal.reversalId()))
                .forEach(reversal::posted);
        if (reversal.unposted().isEmpty()) {
            goOn(reversal, cause);
        } else {
            to(reversal, waiting, cause);
        }
    }

    private void goOn(Reversal reversal, String cause) {
        if (reversal.refundable() != null) {
            to(reversal, ReversalState.REFUNDING, cause);
            schedule(PayBack.KIND, reversal);
            return;
        }
        to(reversal, ReversalState.COMPLETED, cause);
        if (reversal.kind().isWhole()) {
            String reason = reversal.wanted().reason();
            processes.takenBack(reversal.orderId(), reason, reversal.effectiveDate());
            contracts.ended(reversal.contractId(), reversal.effectiveDate(), reason);
        } else {
            outbox.publish(ReturnCompleted.of(reversal, clock.now()));
            goods.fire(new GoodsReturned(reversal.orderId(), reversal.reversalNumber(), reversal.pieces()));
        }
    }

    private void to(Reversal reversal, ReversalState next, String cause) {
        reversal.reached(next);
        moved(reversal, cause);
    }

    private void moved(Reversal reversal, String cause) {
        journeys.move(
                reversal.kind().process(),
                reversal.reversalId(),
                reversal.state().name(),
                cause);
    }

    private void schedule(String kind, Reversal reversal) {
        steps.schedule(kind, reversal.reversalId().toString(), new ReversalStep(reversal.reversalId()));
    }
}
