package io.counterfoil.billing.dunning;

import io.counterfoil.billing.amendment.Amendments;
import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Suspends the subscriptions of agreements that do not pay, and takes them up again. */
@Dependent
class Suspension {

    private final Database database;
    private final Amendments amendments;

    @Inject
    Suspension(Database database, Amendments amendments) {
        this.database = database;
        this.amendments = amendments;
    }

    void suspend(Collection<UUID> agreementIds) {
        of(agreementIds, "ACTIVE").forEach(id -> amendments.suspend(id, "Its invoice is overdue"));
    }

    void resume(Collection<UUID> agreementIds) {
        of(agreementIds, "SUSPENDED").forEach(id -> amendments.reinstate(id, "What was overdue is paid"));
    }

    /** In the order of their ids, so that two replicas never wait for each other. */
    private List<UUID> of(Collection<UUID> agreementIds, String state) {
        return database.query(
                        """
                        select subscription_id from subscription where agreement_id = any(?) and state = ?
                         order by agreement_id, subscription_id
                        """,
                        agreementIds,
                        state)
                .list(row -> row.uuid("subscription_id"));
    }
}
