package io.counterfoil.customer.matchrun;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Database.AsColumn;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.customer.matching.Verdict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The runs and what came of each account. */
@Dependent
class MatchRuns {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    MatchRuns(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    UUID begin(String name) {
        UUID id = EventIds.next();
        database.update(
                "insert into match_run (id, name, started_at, started_by) values (?, ?, ?, ?)",
                id,
                name,
                clock.now(),
                Correlation.current().actor());
        return id;
    }

    /** An account that comes twice counts once, with what was said last. */
    void keep(UUID runId, List<Verdict> verdicts) {
        database.update(
                """
                delete from match_result r using unnest(?::text[], ?::text[]) as again(system, id)
                where r.run_id = ? and r.system = again.system and r.external_id = again.id
                """,
                verdicts.stream().map(each -> each.reference().system()).toList(),
                verdicts.stream().map(each -> each.reference().id()).toList(),
                runId);
        database.append(
                "match_result",
                "run_id, system, external_id, outcome, customer_id, candidates",
                verdicts.stream()
                        .map(each -> new Object[] {
                            runId,
                            each.reference().system(),
                            each.reference().id(),
                            each.outcome(),
                            each.customerId(),
                            new AsColumn(Json.write(each.candidates()))
                        })
                        .toList());
    }

    MatchRunJson.Report report(UUID runId) {
        Map<String, Long> outcomes = new TreeMap<>();
        database.query("select outcome, count(*) as many from match_result where run_id = ? group by outcome", runId)
                .list(row -> outcomes.put(row.text("outcome"), row.longValue("many")));
        long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
        return database.query("select * from match_run where id = ?", runId)
                .one(row -> new MatchRunJson.Report(
                        runId, row.text("name"), row.instant("started_at"), row.text("started_by"), all, outcomes))
                .orElseThrow(() -> new NotFound("match run", runId));
    }

    Page<MatchRunJson.Result> results(UUID runId, String outcome, String cursor, Integer limit) {
        int size = Page.size(limit);
        return Page.of(
                database.query(
                                """
                                select * from match_result
                                where run_id = ? and seq > ? and (?::text is null or outcome = ?) order by seq limit ?
                                """,
                                runId,
                                Cursor.toLong(cursor),
                                outcome,
                                outcome,
                                size + 1)
                        .list(MatchRunJson.Result::read),
                size,
                result -> Cursor.of(result.seq()));
    }
}
