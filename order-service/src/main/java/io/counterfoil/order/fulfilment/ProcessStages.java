package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where processes have been. Only ever appended, with those of a set in one statement. */
@Dependent
class ProcessStages {

    private final Database database;

    @Inject
    ProcessStages(Database database) {
        this.database = database;
    }

    void append(List<ProcessMove> moves) {
        Gathering.add(
                ProcessStages.class,
                this::write,
                moves.stream()
                        .map(ProcessMove::to)
                        .map(stage -> new Object[] {
                            stage.orderId(), stage.number(), stage.state(), stage.cause(), stage.enteredAt()
                        })
                        .toList());
    }

    private void write(List<Object[]> rows) {
        database.append("process_stage", "order_id, number, state, cause, entered_at", rows);
    }

    /** Those of each process, in their order. */
    Map<UUID, List<ProcessStage>> of(Collection<UUID> orderIds) {
        return database
                .query("select * from process_stage where order_id = any(?) order by order_id, number", orderIds)
                .list(ProcessStage::read)
                .stream()
                .collect(Collectors.groupingBy(ProcessStage::orderId));
    }
}
