package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.writeoff.WriteOffJson.Decision;
import io.counterfoil.billing.writeoff.WriteOffJson.Proposal;
import io.counterfoil.billing.writeoff.WriteOffJson.WriteOffView;
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

/** What is proposed to be given up, and what was decided. */
@Path("/v1/write-offs")
@RequestScoped
public class WriteOffResource {

    @Inject
    ProposeWriteOff propose;

    @Inject
    DecideWriteOff decide;

    @Inject
    WriteOffRows rows;

    /** Proposes to give up what is open on an invoice. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    public Response post(@Valid @NotNull Proposal wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(WriteOffView.of(propose.handle(wanted)))
                .build();
    }

    /** Approves or rejects a proposal. */
    @POST
    @Path("/{writeOffId}/decision")
    @Idempotent(required = true)
    @RolesAllowed({Roles.CONTROLLER})
    public WriteOffView decide(@PathParam("writeOffId") UUID id, @Valid @NotNull Decision decision) {
        return WriteOffView.of(decide.handle(id, decision));
    }

    /** One write-off. */
    @GET
    @Path("/{writeOffId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public WriteOffView get(@PathParam("writeOffId") UUID id) {
        return WriteOffView.of(rows.byId(id, false).orElseThrow(() -> new NotFound("write-off", id)));
    }

    /** A page of write-offs. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<WriteOffView> list(
            @QueryParam("state") WriteOff.State state,
            @QueryParam("invoiceId") UUID invoiceId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> rows.page(state, invoiceId, after, most),
                        writeOff -> writeOff.writeOffId())
                .map(WriteOffView::of);
    }
}
