package io.counterfoil.billing.amendment;

import io.counterfoil.billing.amendment.ChangeJson.ChangeView;
import io.counterfoil.billing.amendment.ChangeJson.History;
import io.counterfoil.billing.amendment.ChangeJson.PreviewView;
import io.counterfoil.billing.amendment.ChangeJson.Wanted;
import io.counterfoil.common.audit.NoChange;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The changes of a subscription: previewed, recorded, taken back, listed. */
@Path("/v1/subscriptions/{subscriptionId}/changes")
@RequestScoped
public class ChangeResource {

    @Inject
    ChangeSubscription change;

    @Inject
    PreviewChange preview;

    @Inject
    TakeBackChange takeBack;

    @Inject
    ListChanges list;

    /** Records a change; what follows is billed or credited in the same transaction. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response change(@PathParam("subscriptionId") UUID id, @Valid @NotNull Wanted wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(change.handle(id, wanted))
                .build();
    }

    /** What it would bill. */
    @POST
    @Path("/preview")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR})
    @NoChange
    public PreviewView preview(@PathParam("subscriptionId") UUID id, @Valid @NotNull Wanted wanted) {
        return preview.handle(id, wanted);
    }

    /** Takes a scheduled change back; it stays in the history. */
    @DELETE
    @Path("/{changeId}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public ChangeView takeBack(@PathParam("subscriptionId") UUID id, @PathParam("changeId") UUID changeId) {
        return takeBack.handle(id, changeId);
    }

    /** All changes, the oldest first. */
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
    public History list(@PathParam("subscriptionId") UUID id) {
        return list.handle(id);
    }
}
