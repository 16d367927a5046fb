package io.counterfoil.billing.dunning;

import io.counterfoil.billing.dunning.DunningJson.ActView;
import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was done in the cases: appended, each step of a case once. */
@Dependent
class DunningActs {

    private final Database database;

    @Inject
    DunningActs(Database database) {
        this.database = database;
    }

    /**
     * One step of a case, done.
     *
     * @param step which one, counted from 0
     */
    record Done(DunningCase dunned, int step, DunningStep what, LocalDate on, UUID eventId) {}

    void addAll(List<Done> acts) {
        database.batch(
                "insert into dunning_act (invoice_id, step, stage, act, done_on, event_id) values (?, ?, ?, ?, ?, ?)",
                acts.stream()
                        .map(act -> new Object[] {
                            act.dunned().invoiceId(),
                            act.step(),
                            act.what().stage(),
                            act.what().act(),
                            act.on(),
                            act.eventId()
                        })
                        .toList());
    }

    List<ActView> of(UUID invoiceId) {
        return database.query("select * from dunning_act where invoice_id = ? order by step", invoiceId)
                .list(row ->
                        new ActView(row.text("stage"), DunningStep.Act.valueOf(row.text("act")), row.date("done_on")));
    }
}
