package io.counterfoil.billing.subscription;

import io.counterfoil.billing.subscription.SubscriptionJson.SubscriptionView;
import io.counterfoil.billing.subscription.SubscriptionJson.Wanted;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.together.Together;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The subscriptions: those that no order sold are created here; all are read here and changed below. */
@Path("/v1/subscriptions")
@RequestScoped
public class SubscriptionResource {

    @Inject
    SubscriptionRows rows;

    @Inject
    CreateSubscription create;

    /** Starts one; what is due today is invoiced at once. */
    @POST
    @Idempotent(required = true)
    @Together(CreateTogether.class)
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response create(@Valid @NotNull Wanted wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(create.handle(wanted))
                .build();
    }

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
        SubscriptionFilter filter = new SubscriptionFilter(customerId, orderId, state);
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> rows.page(filter, after, most),
                        subscription -> subscription.subscriptionId())
                .map(SubscriptionView::of);
    }
}
