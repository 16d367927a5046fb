package io.counterfoil.order.provisioning;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Steps;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.order.HoldReason;
import io.counterfoil.order.order.OrderGivenUp;
import io.counterfoil.order.platform.RefusedByPlatform;
import io.counterfoil.order.platform.SetUp;
import io.counterfoil.order.refusal.FinalRefusals;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * The moves of a hand-off and what follows from each, in the caller's transaction. The order's process is locked before its
 * hand-off, as by whoever gives the order up, so that nobody waits in a circle.
 */
@Dependent
class HandOffPath {

    private final HandOffs handOffs;
    private final ProcessBook processes;
    private final FinalRefusals refusals;
    private final Journeys journeys;
    private final Steps steps;
    private final Troubles troubles;

    @Inject
    HandOffPath(
            HandOffs handOffs,
            ProcessBook processes,
            FinalRefusals refusals,
            Journeys journeys,
            Steps steps,
            Troubles troubles) {
        this.handOffs = handOffs;
        this.processes = processes;
        this.refusals = refusals;
        this.journeys = journeys;
        this.steps = steps;
        this.troubles = troubles;
    }

    void begin(UUID orderId, KnownCustomer customer, List<SetUp.Item> items) {
        String number = handOffs.orderNumber(orderId);
        SetUp wanted = new SetUp(
                number, new SetUp.Buyer(customer.customerId(), customer.customerNumber(), customer.legalName()), items);
        handOffs.add(new HandOff(
                orderId,
                number,
                customer.customerId(),
                HandOffState.REQUESTED,
                Json.write(wanted),
                null,
                null,
                Correlation.current().correlationId(),
                1));
        journeys.begin(ProcessKind.PROVISIONING, orderId, "the order is to be accepted");
        schedule(RequestSetUp.KIND, orderId);
    }

    /** The platform has set it up: the order goes on; or has come to nothing meanwhile, and so it is taken down again. */
    void done(UUID orderId, String platformId) {
        processes.lock(orderId);
        HandOff before = handOffs.forChange(orderId).orElseThrow();
        if (before.state() == HandOffState.WITHDRAWING || before.state() == HandOffState.WITHDRAWN) {
            schedule(WithdrawSetUp.KIND, orderId);
            return;
        }
        if (before.state() == HandOffState.REFUSED) {
            journeys.move(ProcessKind.PROVISIONING, orderId, HandOffState.REQUESTED.name(), "tried again");
        } else if (before.state() != HandOffState.REQUESTED) {
            return;
        }
        to(before, HandOffState.PROVISIONED, platformId, "set up by the platform");
        processes.goOn(orderId, "set up by the platform");
    }

    /** The platform said no: the order is held, and billing has not begun. Its last word takes the order back. */
    void refused(UUID orderId, Refusal why, UUID exceptionId) {
        processes.lock(orderId);
        HandOff before = handOffs.forChange(orderId).orElseThrow();
        if (before.state() == HandOffState.REQUESTED) {
            to(before, HandOffState.REFUSED, null, why.getMessage());
        }
        processes.hold(orderId, HoldReason.of(why, troubles.byId(exceptionId)));
        if (why instanceof RefusedByPlatform said && said.isLastWord()) {
            refusals.takeBack(orderId, why.getMessage());
        }
    }

    /** Two people have given it up. */
    void givenUp(UUID orderId) {
        processes.lock(orderId);
        handOffs.forChange(orderId).ifPresent(one -> refusals.takeBack(orderId, one.reason()));
    }

    /** The order came to nothing: so does what the platform did for it. */
    void withdraw(@Observes OrderGivenUp order) {
        handOffs.forChange(order.orderId())
                .filter(one -> one.state() != HandOffState.WITHDRAWING && one.state() != HandOffState.WITHDRAWN)
                .ifPresent(one -> {
                    to(one, HandOffState.WITHDRAWING, one.platformId(), order.reason());
                    schedule(WithdrawSetUp.KIND, order.orderId());
                });
    }

    void withdrawn(UUID orderId) {
        handOffs.forChange(orderId)
                .filter(one -> one.state() == HandOffState.WITHDRAWING)
                .ifPresent(one -> to(one, HandOffState.WITHDRAWN, one.platformId(), one.reason()));
    }

    private void to(HandOff before, HandOffState next, String platformId, String cause) {
        handOffs.write(before.reached(next, platformId, cause));
        journeys.move(ProcessKind.PROVISIONING, before.orderId(), next.name(), cause);
    }

    private void schedule(String kind, UUID orderId) {
        steps.schedule(kind, orderId.toString(), new HandOffStep(orderId));
    }
}
