package io.counterfoil.billing.dunning;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What others may ask of dunning: to wait, and to go on. */
@Dependent
public class Dunning {

    private final DunningCases cases;

    @Inject
    Dunning(DunningCases cases) {
        this.cases = cases;
    }

    /** The invoice is dunned no further; one that is not overdue yet will not be. */
    public void pause(UUID invoiceId, LocalDate day) {
        cases.lock(invoiceId).ifPresent(dunned -> cases.write(List.of(dunned.paused(day))));
    }

    /** Dunning of the invoice goes on where it was: all further steps come as much later as it waited. */
    public void resume(UUID invoiceId, LocalDate day) {
        cases.lock(invoiceId).ifPresent(dunned -> cases.write(List.of(dunned.resumed(day))));
    }
}
