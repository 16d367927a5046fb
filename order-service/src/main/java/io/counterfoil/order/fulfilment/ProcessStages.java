package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where processes have been, read; it is written with the processes. */
@Dependent
class ProcessStages {

    private final Database database;

    @Inject
    ProcessStages(Database database) {
        this.database = database;
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
