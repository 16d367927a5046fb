package io.counterfoil.order.availability;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.trouble.ReplayTrouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Goods are free: the orders that are held for want of stock are tried again. */
@Dependent
class TryAgain implements StepHandler {

    static final String KIND = "try-out-of-stock-again";

    private static final String ACTOR = "order-service";

    private final Database database;
    private final ReplayTrouble replay;

    @Inject
    TryAgain(Database database, ReplayTrouble replay) {
        this.database = database;
        this.replay = replay;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        waiting(step.payloadAs(Product.class).productId()).forEach(this::again);
        return StepOutcome.done(() -> {});
    }

    private List<UUID> waiting(String productId) {
        return database.query(
                        """
                        select e.id from exception e join quote_to_cash q on q.exception_id = e.id
                        where e.code = 'out-of-stock' and e.state in ('OPEN', 'ASSIGNED') and q.state = 'HELD'
                          and exists (select 1 from order_line l where l.order_id = q.order_id and l.product_id = ?)
                        order by e.seq
                        """,
                        productId)
                .list(row -> row.uuid("id"));
    }

    /** False where it is refused again: its exception stays open and says why. */
    private boolean again(UUID exceptionId) {
        try {
            replay.handle(exceptionId, ACTOR);
            return true;
        } catch (Refusal stillRefused) {
            return false;
        }
    }

    /** Of which product there is something. */
    record Product(String productId) {}
}
