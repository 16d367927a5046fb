package io.counterfoil.order.renewal;

import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the CRM's doors must know: a deal that offers a renewal is no new order when it is won. In the caller's transaction. */
@Dependent
public class RenewalDeals {

    private final Renewals renewals;
    private final RenewalPath path;

    @Inject
    RenewalDeals(Renewals renewals, RenewalPath path) {
        this.renewals = renewals;
        this.path = path;
    }

    /** Which of these deals offer a renewal. */
    public Set<String> offered(String system, Collection<String> recordIds) {
        return renewals.offeredBy(system, recordIds);
    }

    /** True when the deal offers a renewal; its being won accepts that, and being told again changes nothing. */
    public boolean won(String system, String recordId) {
        Optional<UUID> offered = renewals.offeredBy(system, recordId);
        offered.map(renewals::forChange)
                .filter(renewal -> renewal.state() == RenewalState.OFFERED)
                .ifPresent(renewal -> Correlation.within(
                        Correlation.current().continuing(renewal.correlationId()),
                        () -> path.accept(renewal, "won in " + system)));
        return offered.isPresent();
    }
}
