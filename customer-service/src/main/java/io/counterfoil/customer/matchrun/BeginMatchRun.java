package io.counterfoil.customer.matchrun;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;

/** Begins a report on whom many accounts mean. */
@UseCase
class BeginMatchRun {

    private final MatchRuns runs;

    @Inject
    BeginMatchRun(MatchRuns runs) {
        this.runs = runs;
    }

    MatchRunJson.Report handle(MatchRunJson.Wanted wanted) {
        wanted.check();
        return runs.report(runs.begin(wanted.name()));
    }
}
