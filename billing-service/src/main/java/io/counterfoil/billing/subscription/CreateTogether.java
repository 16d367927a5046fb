package io.counterfoil.billing.subscription;

import io.counterfoil.billing.subscription.SubscriptionJson.Wanted;
import io.counterfoil.common.together.Asked;
import io.counterfoil.common.together.InSets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Starts the subscriptions that several clients want at the same moment. Their invoices get their numbers one after the other, so
 * each alone would wait until the disk has kept the one before.
 */
@Dependent
class CreateTogether implements InSets<Wanted> {

    private final CreateSubscriptions create;

    @Inject
    CreateTogether(CreateSubscriptions create) {
        this.create = create;
    }

    /** What joins others has to lock them. */
    @Override
    public boolean fits(Wanted wanted) {
        return wanted.agreementId() == null && wanted.bundleId() == null;
    }

    @Override
    public List<Response> handle(List<Asked<Wanted>> set) {
        return create.handle(set).stream()
                .map(one -> Response.status(Response.Status.CREATED).entity(one).build())
                .toList();
    }
}
