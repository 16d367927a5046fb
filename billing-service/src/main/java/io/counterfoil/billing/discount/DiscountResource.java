package io.counterfoil.billing.discount;

import io.counterfoil.billing.discount.DiscountRows.Kept;
import io.counterfoil.billing.plan.PlanJson.DiscountJson;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The discounts of one subscription, beside what its plan says. */
@Path("/v1/subscriptions/{subscriptionId}/discounts")
@RequestScoped
public class DiscountResource {

    private static final int CREATED = 201;

    @Inject
    GrantDiscount grant;

    @Inject
    DiscountRows rows;

    /** Gives a discount. */
    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public Response post(@PathParam("subscriptionId") UUID subscriptionId, @Valid @NotNull Grant wanted) {
        return Response.status(CREATED)
                .entity(View.of(grant.handle(subscriptionId, wanted)))
                .build();
    }

    /** All of them. */
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
    public Page<View> list(@PathParam("subscriptionId") UUID subscriptionId) {
        return new Page<>(
                rows.of(List.of(subscriptionId)).stream().map(View::of).toList(), null);
    }

    /** A discount to be given; without a charge it is on all of them, without a day from the start of the subscription. */
    public record Grant(@NotNull @Valid DiscountJson discount, @Size(max = 100) String chargeId, LocalDate from) {}

    /** A discount on the wire. */
    public record View(UUID subscriptionId, String chargeId, LocalDate from, DiscountJson discount) {
        static View of(Kept kept) {
            return new View(kept.subscriptionId(), kept.chargeId(), kept.began(), kept.discount());
        }
    }
}
