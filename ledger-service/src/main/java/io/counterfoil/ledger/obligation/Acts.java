package io.counterfoil.ledger.obligation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What was done to obligations, whether they are known here or not; only added to. */
@Dependent
class Acts {

    private final Database database;

    @Inject
    Acts(Database database) {
        this.database = database;
    }

    void keep(Map<String, ObligationAct> done) {
        keep(done, Map.of());
    }

    /** The same of promises that may not be known here: with their first days, as whoever tells of the act knows them. */
    void keep(Map<String, ObligationAct> done, Map<String, LocalDate> firstDays) {
        List<Object[]> rows = new ArrayList<>();
        done.forEach((id, act) -> rows.add(row(id, act, firstDays.get(id))));
        database.append(
                "obligation_act",
                "id, obligation_id, kind, effective_date, units_done, units_all, new_end, reason, decided_by, recorded_at,"
                        + " first_day, told_at, told_on, cause",
                rows);
    }

    private static Object[] row(String obligationId, ObligationAct act, LocalDate firstDay) {
        return new Object[] {
            act.actId(),
            obligationId,
            act.kind(),
            act.effectiveDate(),
            act.unitsDone(),
            act.unitsAll(),
            act.newEnd(),
            act.reason(),
            act.decidedBy(),
            act.recordedAt(),
            firstDay,
            act.toldAt(),
            act.toldOn(),
            act.cause()
        };
    }

    /** In the order in which they happened, as far as that is known. */
    Map<String, List<ObligationAct>> of(Collection<String> obligationIds) {
        Map<String, List<ObligationAct>> acts = new HashMap<>();
        database.query("select * from obligation_act where obligation_id = any(?) order by ordinal", obligationIds)
                .list(row -> acts.computeIfAbsent(row.text("obligation_id"), id -> new ArrayList<>())
                        .add(read(row)));
        acts.replaceAll((id, known) -> inOrder(known));
        return acts;
    }

    /** Keeps where obligations stand by what was done to them, for whom that concerns. */
    void stand(Map<String, List<ObligationAct>> done) {
        List<Object[]> rows = new ArrayList<>();
        done.forEach((id, acts) -> {
            Standing standing = Standing.after(acts);
            rows.add(new Object[] {id, standing.heldFrom(), standing.endsOn(), standing.liftedOn()});
        });
        database.batch(
                """
                insert into obligation_standing (obligation_id, held_from, ends_on, lifted_on) values (?, ?, ?, ?)
                on conflict (obligation_id) do update
                set held_from = excluded.held_from, ends_on = excluded.ends_on, lifted_on = excluded.lifted_on
                """,
                rows);
    }

    /** By promise and day of a change that is caught up: the first day of the promise. */
    Map<String, Map<LocalDate, LocalDate>> catchUps(Collection<String> obligationIds) {
        Map<String, Map<LocalDate, LocalDate>> found = new HashMap<>();
        database.query(
                        """
                        select a.obligation_id, a.effective_date, coalesce(o.start_date, c.start_date, a.first_day) as first_day
                        from obligation_act a left join performance_obligation o on o.obligation_id = a.obligation_id
                        left join revenue_contract c on c.contract_id = o.contract_id and c.version = o.contract_version
                        where a.obligation_id = any(?) and a.kind = 'CATCH_UP'
                          and coalesce(o.start_date, c.start_date, a.first_day) is not null
                        """,
                        obligationIds)
                .list(row -> found.computeIfAbsent(row.text("obligation_id"), id -> new HashMap<>())
                        .put(row.date("effective_date"), row.date("first_day")));
        return found;
    }

    /** People's acts as they came; between them those that were told, as they were told. */
    private static List<ObligationAct> inOrder(List<ObligationAct> known) {
        Iterator<ObligationAct> told = known.stream()
                .filter(act -> !act.isByPerson())
                .sorted(Comparator.comparing(ObligationAct::toldAt))
                .iterator();
        return known.stream().map(act -> act.isByPerson() ? act : told.next()).toList();
    }

    private static ObligationAct read(Row row) {
        return new ObligationAct(
                row.uuid("id"),
                ObligationAct.Kind.valueOf(row.text("kind")),
                row.date("effective_date"),
                row.longOrNull("units_done"),
                row.longOrNull("units_all"),
                row.date("new_end"),
                row.text("reason"),
                row.text("decided_by"),
                row.instant("recorded_at"),
                row.longOrNull("told_at"),
                row.date("told_on"),
                row.text("cause"));
    }
}
