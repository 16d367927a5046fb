package io.counterfoil.billing.collection;

import io.counterfoil.billing.collection.AttemptJson.AttemptRequest;
import io.counterfoil.billing.collection.AttemptJson.AttemptView;
import io.counterfoil.billing.collection.AttemptJson.Resolution;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
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

/** The attempts to collect invoices, and what a person can do about one. */
@Path("/v1/payment-attempts")
@RequestScoped
public class AttemptResource {

    @Inject
    AttemptRows rows;

    @Inject
    Collections collections;

    @Inject
    CollectByHand collect;

    @Inject
    AskAgain ask;

    @Inject
    ResolveAttempt resolve;

    /** One attempt. */
    @GET
    @Path("/{attemptId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public AttemptView get(@PathParam("attemptId") UUID id) {
        return view(rows.byId(id, false).orElseThrow(() -> new NotFound("payment attempt", id)));
    }

    /** A page of attempts. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<AttemptView> list(
            @QueryParam("invoiceId") UUID invoiceId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("state") AttemptState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> rows.page(invoiceId, customerId, state, after, most),
                        attempt -> attempt.attemptId())
                .map(attempt -> AttemptView.of(attempt, null));
    }

    /** Collects an invoice now. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT})
    public Response collect(@Valid @NotNull AttemptRequest wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(view(collect.handle(wanted.invoiceId())))
                .build();
    }

    /** Has the gateway asked. */
    @POST
    @Path("/{attemptId}/inquiry")
    @Idempotent
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.OPERATOR})
    public Response ask(@PathParam("attemptId") UUID id) {
        return Response.accepted(view(ask.handle(id))).build();
    }

    /** Says what became of it. */
    @POST
    @Path("/{attemptId}/resolution")
    @Idempotent(required = true)
    @RolesAllowed(Roles.FINANCE)
    public AttemptView resolve(@PathParam("attemptId") UUID id, @Valid @NotNull Resolution said) {
        return view(resolve.handle(id, said));
    }

    private AttemptView view(Attempt attempt) {
        return AttemptView.of(attempt, collections.nextOn(attempt.invoiceId()));
    }
}
