package io.counterfoil.common.db;

import io.counterfoil.common.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** Database transactions for the technical foundation, where no use case marks the boundary. */
@ApplicationScoped
public class Transactions {

    /** Does the work in a transaction of its own; any exception rolls it back and goes on to the caller. */
    @UndoneByRefusal
    @Transactional(value = TxType.REQUIRES_NEW, dontRollbackOn = Refusal.class)
    public <T> T fresh(Supplier<T> work) {
        return work.get();
    }

    @UndoneByRefusal
    @Transactional(value = TxType.REQUIRES_NEW, dontRollbackOn = Refusal.class)
    public void fresh(Runnable work) {
        work.run();
    }
}
