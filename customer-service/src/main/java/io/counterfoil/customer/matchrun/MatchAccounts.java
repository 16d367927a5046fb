package io.counterfoil.customer.matchrun;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.CustomerJson;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Proposal;
import io.counterfoil.customer.matching.Account;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Says of some more accounts of a run whom they mean. No customer changes by it. */
@UseCase
class MatchAccounts {

    private final MatchRuns runs;
    private final Matching matching;
    private final GoldenRecords records;

    @Inject
    MatchAccounts(MatchRuns runs, Matching matching, GoldenRecords records) {
        this.runs = runs;
        this.matching = matching;
        this.records = records;
    }

    MatchRunJson.Report handle(UUID runId, MatchRunJson.Accounts wanted) {
        wanted.check();
        runs.report(runId);
        List<Account> accounts = new ArrayList<>();
        Set<ExternalReference> seen = new HashSet<>();
        for (int i = 0; i < wanted.accounts().size(); i++) {
            MatchRunJson.OneAccount account = wanted.accounts().get(i);
            ExternalReference reference = new ExternalReference(wanted.system(), account.id());
            if (!seen.add(reference)) {
                throw new Invalid("/accounts/" + i + "/id", "comes twice");
            }
            Attributes says = Proposal.of(CustomerJson.object(account.says())).attributes();
            records.check(says);
            accounts.add(new Account(reference, says.taxRegistrations(), says.likeness()));
        }
        runs.keep(runId, matching.findAll(accounts));
        return runs.report(runId);
    }
}
