package io.counterfoil.billing.dunning;

import io.counterfoil.billing.collection.Attempts;
import io.counterfoil.billing.dunning.DunningActs.Done;
import io.counterfoil.billing.dunning.DunningStep.Act;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntity;
import io.counterfoil.billing.writeoff.WriteOffs;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes a set of an entity's cases through the steps that are due. Each set is a transaction of its own. */
@UseCase
class AdvanceDunning {

    private final DunningCases cases;
    private final DunningActs acts;
    private final DunningTrail trail;
    private final DunningPolicies policies;
    private final Invoices invoices;
    private final Suspension suspension;
    private final WriteOffs writeOffs;
    private final Attempts attempts;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    AdvanceDunning(
            DunningCases cases,
            DunningActs acts,
            DunningTrail trail,
            DunningPolicies policies,
            Invoices invoices,
            Suspension suspension,
            WriteOffs writeOffs,
            Attempts attempts,
            Outbox outbox,
            BusinessClock clock) {
        this.cases = cases;
        this.acts = acts;
        this.trail = trail;
        this.policies = policies;
        this.invoices = invoices;
        this.suspension = suspension;
        this.writeOffs = writeOffs;
        this.attempts = attempts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** False when nothing was due. */
    boolean handle(LegalEntity entity, int size) {
        LocalDate today = entity.dateAt(clock.now());
        List<DunningCase> due = cases.claim(entity.legalEntityId(), today, size);
        if (due.isEmpty()) {
            return false;
        }
        Map<UUID, Invoice> open =
                invoices.open(due.stream().map(DunningCase::invoiceId).toList());
        Map<UUID, Money> disputed = writeOffs.disputed(open.keySet());
        Map<String, DunningPolicy> by = policies.of(due);
        List<DunningCase> after = new ArrayList<>(due.size());
        List<Done> done = new ArrayList<>();
        for (DunningCase dunned : due) {
            DunningPolicy policy = by.get(dunned.policyId() + "/" + dunned.policyVersion());
            if (isHeld(open.get(dunned.invoiceId()), disputed.get(dunned.invoiceId()))) {
                after.add(dunned.paused(today));
            } else if (open.containsKey(dunned.invoiceId())) {
                done.addAll(steps(dunned, policy, today));
                after.add(dunned.advanced(today, policy));
            } else {
                after.add(dunned.closed());
            }
        }
        acts.addAll(done);
        cases.write(after);
        trail.moved(due, after);
        outbox.publishAll(
                done.stream().map(act -> fact(act, open, disputed, today)).toList());
        follow(done, open);
        return true;
    }

    /** What the steps ask others to do. */
    private void follow(List<Done> done, Map<UUID, Invoice> open) {
        ofAct(done, Act.RETRY_PAYMENT).stream()
                .map(act -> act.dunned().invoiceId())
                .distinct()
                .forEach(attempts::retry);
        suspension.suspend(ofAct(done, Act.SUSPEND).stream()
                .map(act -> act.dunned().agreementId())
                .collect(Collectors.toSet()));
        writeOffs.propose(
                ofAct(done, Act.PROPOSE_WRITE_OFF).stream()
                        .map(act -> open.get(act.dunned().invoiceId()))
                        .toList(),
                "OVERDUE",
                "All stages of dunning have passed",
                "dunning");
    }

    /** All that is open is disputed. */
    private static boolean isHeld(Invoice invoice, Money disputed) {
        return invoice != null && disputed != null && disputed.compareTo(invoice.open()) >= 0;
    }

    private static List<Done> steps(DunningCase dunned, DunningPolicy policy, LocalDate today) {
        List<DunningStep> due = dunned.dueBy(today, policy);
        List<Done> done = new ArrayList<>(due.size());
        for (int i = 0; i < due.size(); i++) {
            int step = dunned.stepsDone() + i;
            done.add(new Done(
                    dunned, step, due.get(i), today, EventIds.derived(dunned.invoiceId(), "dunning step " + step)));
        }
        return done;
    }

    private Addressed fact(Done act, Map<UUID, Invoice> open, Map<UUID, Money> disputed, LocalDate today) {
        Invoice invoice = open.get(act.dunned().invoiceId());
        InvoiceOverdue fact = new InvoiceOverdue(
                invoice.invoiceId(),
                invoice.number(),
                invoice.orderReference(),
                invoice.order().orderNumber(),
                invoice.order().contractId(),
                invoice.order().contractVersion(),
                invoice.customerId(),
                invoice.legalEntityId(),
                invoice.currency(),
                invoice.dueDate(),
                invoice.open(),
                disputed.get(invoice.invoiceId()),
                Math.toIntExact(ChronoUnit.DAYS.between(invoice.dueDate(), today)),
                act.what().stage(),
                today,
                clock.now(),
                Map.of("dunning", act.dunned().policyId() + "/" + act.dunned().policyVersion()));
        return new Addressed(
                act.eventId(), fact, Correlation.current().continuing(invoice.correlationId()), Traces.currentParent());
    }

    private static List<Done> ofAct(List<Done> done, Act act) {
        return done.stream().filter(step -> step.what().act() == act).toList();
    }
}
