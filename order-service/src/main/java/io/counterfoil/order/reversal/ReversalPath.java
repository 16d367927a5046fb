package io.counterfoil.order.reversal;

import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.step.Steps;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.posting.Postings;
import io.counterfoil.order.reversal.ReversalJson.Document;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The moves of a reversal and what follows from each, in the caller's transaction. */
@Dependent
class ReversalPath {

    /** Of the exceptions of reversals that are held. */
    static final String ORIGIN = "reversal";

    private final Reversals reversals;
    private final ProcessBook processes;
    private final ContractBook contracts;
    private final Journeys journeys;
    private final Postings postings;
    private final Steps steps;
    private final Troubles troubles;
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
            Troubles troubles,
            Outbox outbox,
            BusinessClock clock,
            Event<GoodsReturned> goods) {
        this.reversals = reversals;
        this.processes = processes;
        this.contracts = contracts;
        this.journeys = journeys;
        this.postings = postings;
        this.steps = steps;
        this.troubles = troubles;
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
        if (waits(reversal) && reversal.unposted().isEmpty()) {
            goOn(reversal, "all posted");
        }
    }

    /** A document that it waited for will never be there: a person decides whether it is asked for again. */
    void refused(UUID reversalId, UUID documentId, String why) {
        Reversal reversal = reversals.forChange(reversalId);
        reversal.refused(documentId);
        if (waits(reversal)) {
            hold(reversal, why);
        }
    }

    private static boolean waits(Reversal reversal) {
        return reversal.state() == ReversalState.AWAITING_POSTING || reversal.state() == ReversalState.AWAITING_REFUND;
    }

    private void hold(Reversal reversal, String why) {
        to(reversal, ReversalState.HELD, why);
        troubles.park(Parked.of(
                ORIGIN,
                reversal.reversalId().toString(),
                new TurnedDownInBilling(reversal.reversalNumber(), why),
                "application/json",
                Json.write(new ReversalStep(reversal.reversalId())).getBytes(StandardCharsets.UTF_8),
                null));
    }

    /** What was turned down is asked for in a next round. */
    void tryAgain(UUID reversalId) {
        Reversal reversal = reversals.forChange(reversalId);
        if (reversal.state() == ReversalState.HELD) {
            boolean pays = reversal.refundable() != null;
            to(reversal, pays ? ReversalState.REFUNDING : ReversalState.CREDITING, "tried again");
            schedule(pays ? PayBack.KIND : CreditLines.KIND, reversal);
        }
    }

    /** Two people gave up what it could not do. Goods that were credited are back all the same. */
    void giveUp(UUID reversalId, String why) {
        Reversal reversal = reversals.forChange(reversalId);
        boolean credited = reversal.state() == ReversalState.REFUNDING
                || reversal.state() == ReversalState.HELD && reversal.refundable() != null;
        if (credited) {
            complete(reversal, why);
        } else if (!reversal.state().isEnd()) {
            to(reversal, ReversalState.GIVEN_UP, why);
        }
    }

    private void awaitBooks(Reversal reversal, ReversalState waiting, String cause) {
        reversal.unposted().stream()
                .sorted()
                .filter(document -> postings.await(document, reversal.kind().process(), reversal.reversalId()))
                .forEach(reversal::posted);
        List<UUID> open = reversal.unposted();
        List<String> refusals = open.stream()
                .flatMap(document -> postings.refusal(document).stream())
                .toList();
        if (!refusals.isEmpty()) {
            open.stream()
                    .filter(document -> postings.refusal(document).isPresent())
                    .forEach(reversal::refused);
            hold(reversal, refusals.get(0));
        } else if (open.isEmpty()) {
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
        complete(reversal, cause);
    }

    private void complete(Reversal reversal, String cause) {
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
