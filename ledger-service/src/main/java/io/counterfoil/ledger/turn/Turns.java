package io.counterfoil.ledger.turn;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Locks on contracts and customers, held until the transaction ends. A transaction takes all of its own in one statement, in the
 * order of their keys, before it looks at anything that they keep: so nobody waits in a circle, and whoever waited sees what the one
 * before has done.
 */
@Dependent
public class Turns {

    private static final String TAKE =
            """
            select pg_advisory_xact_lock(turn.key) is null as taken
            from (select distinct hashtextextended(name, 155) as key from unnest(?::text[]) name order by key) turn
            """;

    private final Database database;

    @Inject
    Turns(Database database) {
        this.database = database;
    }

    /** The turn of a person's act on a contract. */
    public void take(UUID contractId, UUID customerId) {
        take(List.of(contract(contractId), customer(customerId.toString())));
    }

    void take(Collection<String> names) {
        database.query(TAKE, names).list(row -> true);
    }

    static String contract(UUID contractId) {
        return "contract " + contractId;
    }

    static String customer(String partitionKey) {
        return "customer " + partitionKey;
    }
}
