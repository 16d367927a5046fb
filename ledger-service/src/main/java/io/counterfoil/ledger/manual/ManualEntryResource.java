package io.counterfoil.ledger.manual;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Caller;
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

/** The door for entries by people: made by one, approved by another, then posted. */
@RequestScoped
@Path("/v1/manual-entries")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class ManualEntryResource {

    @Inject
    ManualEntries entries;

    @Inject
    DraftEntry draft;

    @Inject
    DecideEntry decide;

    @Inject
    PostEntry post;

    @Inject
    Caller caller;

    @GET
    public Page<ManualEntryJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toLong(cursor),
                        (after, most) -> entries.after(after, legalEntityId, state, most),
                        placed -> placed.ordinal())
                .map(ManualEntries.Placed::entry);
    }

    @GET
    @Path("{id}")
    public ManualEntryJson one(@PathParam("id") UUID id) {
        return entries.find(id).orElseThrow(() -> new NotFound("manual entry", id));
    }

    @POST
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent(required = true)
    public Response draft(@Valid @NotNull ManualEntryJson.Request told) {
        return Response.status(201).entity(draft.handle(told, caller.sub())).build();
    }

    @POST
    @Path("{id}/submission")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent(required = true)
    public ManualEntryJson submit(@PathParam("id") UUID id) {
        return decide.handle(id, DecideEntry.Move.SUBMIT, caller.sub(), null);
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent(required = true)
    public ManualEntryJson approve(@PathParam("id") UUID id) {
        return decide.handle(id, DecideEntry.Move.APPROVE, caller.sub(), null);
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent(required = true)
    public ManualEntryJson reject(@PathParam("id") UUID id, @Valid @NotNull ManualEntryJson.Note why) {
        return decide.handle(id, DecideEntry.Move.REJECT, caller.sub(), why.note());
    }

    @POST
    @Path("{id}/posting")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent(required = true)
    public ManualEntryJson post(@PathParam("id") UUID id) {
        return post.handle(id);
    }
}
