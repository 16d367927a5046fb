package io.counterfoil.order.refusal;

import io.counterfoil.common.time.DueWork;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.order.refusal.TakeBackRefused.CannotTakeBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Looks for invoices that the ledger gave up before billing had told of them, and of which billing has told now. */
@ApplicationScoped
class UnpostedTimer implements DueWork {

    @Inject
    UnpostedInvoices unposted;

    @Inject
    TakeBackUnposted takeBack;

    @Inject
    PassOverRefused passOver;

    @Override
    public String name() {
        return "unposted-invoices";
    }

    @Override
    public Optional<Instant> nextDue() {
        return unposted.isAny() ? Optional.of(SystemTime.now()) : Optional.empty();
    }

    @Override
    public boolean workOnce() {
        try {
            return takeBack.handle();
        } catch (CannotTakeBack one) {
            passOver.handle(one);
            return true;
        }
    }
}
