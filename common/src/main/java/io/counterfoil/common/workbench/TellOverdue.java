package io.counterfoil.common.workbench;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Transactions;
import io.counterfoil.common.time.DueWork;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells teams, once, of what is open beyond their objective. Ages run by the real clock, so the business's clock waits for none. */
@ApplicationScoped
class TellOverdue implements DueWork {

    private static final int SET = 50;

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Inject
    Teams teams;

    @Override
    public String name() {
        return "overdue-exceptions";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public boolean decidesNothing() {
        return true;
    }

    @Override
    public boolean workOnce() {
        return transactions.fresh(() -> {
            List<Trouble> overdue = database.query(
                            """
                            update exception set overdue_told = true where id in (
                              select id from exception where state in ('OPEN', 'ASSIGNED') and not overdue_told and due_at < ?
                              order by due_at limit ? for update skip locked)
                            returning *
                            """,
                            SystemTime.now(),
                            SET)
                    .list(Trouble::read);
            overdue.forEach(trouble -> teams.tell("exception.overdue", trouble));
            return !overdue.isEmpty();
        });
    }
}
