package io.counterfoil.billing.subscription;

import io.counterfoil.billing.subscription.SubscriptionJson.SubscriptionView;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The subscriptions, for reading. */
@Path("/v1/subscriptions")
@RequestScoped
public class SubscriptionResource {

    @Inject
    SubscriptionRows rows;

    /** One subscription. */
    @GET
    @Path("/{subscriptionId}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response get(@PathParam("subscriptionId") UUID id) {
        Subscription found = rows.byId(id).orElseThrow(() -> new NotFound("subscription", id));
        return Response.ok(SubscriptionView.of(found))
                .tag(ETags.of(found.version()))
                .build();
    }

    /** A page of them. */
    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Page<SubscriptionView> list(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("orderId") UUID orderId,
            @QueryParam("state") SubscriptionState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Page.size(limit);
        SubscriptionFilter filter = new SubscriptionFilter(customerId, orderId, state);
        return Page.of(
                        rows.page(filter, Cursor.toUuid(cursor), size + 1),
                        size,
                        subscription -> Cursor.of(subscription.subscriptionId()))
                .map(SubscriptionView::of);
    }
}
