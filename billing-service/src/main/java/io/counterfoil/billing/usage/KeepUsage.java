package io.counterfoil.billing.usage;

import io.counterfoil.common.db.DatabaseFailure;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Records a chunk, once more where another sender had the same records on the way: then they are there, and told as duplicates. */
@Dependent
class KeepUsage {

    private static final int TIMES = 5;

    private final RecordUsage record;

    @Inject
    KeepUsage(RecordUsage record) {
        this.record = record;
    }

    List<Outcome> keep(List<UsageEntry> chunk) {
        for (int time = 1; ; time++) {
            try {
                return record.handle(chunk);
            } catch (DatabaseFailure failure) {
                if (!failure.isUniqueViolation() || time == TIMES) {
                    throw failure;
                }
            }
        }
    }
}
