package io.counterfoil.billing.dunning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * An overdue invoice on its way through the steps of its policy.
 *
 * @param stepsDone how many steps were done; the next one is that many down the list
 * @param pausedOn since when it waits; null while it goes on
 * @param pausedDays how long it has waited before: all further steps come that much later
 * @param suspendedOn when the subscriptions were suspended for it; null while they are not
 */
record DunningCase(
        UUID invoiceId,
        String legalEntityId,
        UUID agreementId,
        String policyId,
        int policyVersion,
        LocalDate dueDate,
        int stepsDone,
        LocalDate nextOn,
        LocalDate pausedOn,
        int pausedDays,
        LocalDate suspendedOn,
        State state) {

    /** Where a case stands. */
    public enum State {
        OPEN,
        PAUSED,
        CLOSED
    }

    /** The steps whose day has come and that were not done. */
    List<DunningStep> dueBy(LocalDate day, DunningPolicy policy) {
        return policy.steps().stream()
                .skip(stepsDone)
                .filter(step -> !dayOf(step).isAfter(day))
                .toList();
    }

    /** The case after its due steps were done. */
    DunningCase advanced(LocalDate day, DunningPolicy policy) {
        List<DunningStep> due = dueBy(day, policy);
        boolean suspends = due.stream().anyMatch(step -> step.act() == DunningStep.Act.SUSPEND);
        int done = stepsDone + due.size();
        LocalDate next = done < policy.steps().size() ? dayOf(policy.steps().get(done)) : null;
        return with(done, next, suspends && suspendedOn == null ? day : suspendedOn, state);
    }

    DunningCase closed() {
        return with(stepsDone, null, suspendedOn, State.CLOSED);
    }

    /** The case, waiting from the day on; one that is closed or waits already stays as it is. */
    DunningCase paused(LocalDate day) {
        return state == State.OPEN ? waiting(nextOn, day, pausedDays, State.PAUSED) : this;
    }

    /** The case going on, with all that is left of it as much later as it waited. */
    DunningCase resumed(LocalDate day) {
        if (state != State.PAUSED) {
            return this;
        }
        int waited = Math.toIntExact(ChronoUnit.DAYS.between(pausedOn, day));
        LocalDate next = nextOn == null ? null : nextOn.plusDays(waited);
        return waiting(next, null, pausedDays + waited, State.OPEN);
    }

    private DunningCase waiting(LocalDate next, LocalDate since, int days, State now) {
        return new DunningCase(
                invoiceId,
                legalEntityId,
                agreementId,
                policyId,
                policyVersion,
                dueDate,
                stepsDone,
                next,
                since,
                days,
                suspendedOn,
                now);
    }

    private LocalDate dayOf(DunningStep step) {
        return dueDate.plusDays((long) step.daysOverdue() + pausedDays);
    }

    private DunningCase with(int done, LocalDate next, LocalDate suspended, State now) {
        return new DunningCase(
                invoiceId,
                legalEntityId,
                agreementId,
                policyId,
                policyVersion,
                dueDate,
                done,
                next,
                pausedOn,
                pausedDays,
                suspended,
                now);
    }
}
