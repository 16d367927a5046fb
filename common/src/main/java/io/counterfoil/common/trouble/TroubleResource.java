package io.counterfoil.common.trouble;

import io.counterfoil.common.audit.KeepsTrail;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The workbench's door: what could not complete, whose it is, and the acts that end it. */
@RequestScoped
@Path("/v1/exceptions")
@RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES})
public class TroubleResource {

    @Inject
    TroubleQuery query;

    @Inject
    Troubles troubles;

    @Inject
    ReplayTrouble replay;

    @Inject
    DecideTrouble decide;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public Page<TroubleJson> list(
            @BeanParam TroubleFilter filter, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return Page.read(
                        limit,
                        Cursor.toLong(cursor),
                        (after, most) -> query.find(filter, after, most),
                        trouble -> trouble.seq())
                .map(trouble -> TroubleJson.of(trouble, List.of()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
    public TroubleJson one(@PathParam("id") UUID id) {
        return described(troubles.byId(id));
    }

    /** The bytes as they came, in their own media type. */
    @GET
    @Path("{id}/original")
    public Response original(@PathParam("id") UUID id) {
        Trouble trouble = troubles.byId(id);
        return Response.ok(new io.counterfoil.common.http.RawBody(trouble.original()), trouble.contentType())
                .build();
    }

    @POST
    @Path("{id}/assignment")
    @Idempotent
    @KeepsTrail
    public TroubleJson assign(@PathParam("id") UUID id, @Valid @NotNull Assignment assignment) {
        decide.assign(id, assignment.assignee(), caller.sub());
        return described(troubles.byId(id));
    }

    /** Says something about it, for those who look at it next. */
    @POST
    @Path("{id}/comments")
    @Idempotent
    @KeepsTrail
    public TroubleJson comment(@PathParam("id") UUID id, @Valid @NotNull Comment comment) {
        decide.comment(id, comment.text(), caller.sub());
        return described(troubles.byId(id));
    }

    @POST
    @Path("{id}/replay")
    @KeepsTrail
    public TroubleJson replay(@PathParam("id") UUID id) {
        return described(replay.handle(id, caller.sub()));
    }

    @POST
    @Path("{id}/edit")
    @Idempotent
    @KeepsTrail
    public TroubleJson edit(@PathParam("id") UUID id, @Valid @NotNull Edit edit) {
        decide.proposeEdit(id, edit.reason(), edit.body().getBytes(StandardCharsets.UTF_8), caller.sub());
        return described(troubles.byId(id));
    }

    @POST
    @Path("{id}/waiver")
    @Idempotent
    @KeepsTrail
    public TroubleJson waive(@PathParam("id") UUID id, @Valid @NotNull Waiver waiver) {
        decide.proposeWaiver(id, waiver.reason(), caller.sub());
        return described(troubles.byId(id));
    }

    /** The second person's yes: an edit is replayed at once, after a waiver those that waited behind it go on. */
    @POST
    @Path("{id}/approval")
    @KeepsTrail
    public TroubleJson approve(@PathParam("id") UUID id) {
        if ("EDIT".equals(decide.approve(id, caller.sub()))) {
            return described(replay.handle(id, caller.sub()));
        }
        replay.followers(troubles.byId(id), caller.sub());
        return described(troubles.byId(id));
    }

    private TroubleJson described(Trouble trouble) {
        return TroubleJson.of(trouble, troubles.history(trouble.id()));
    }

    public record Comment(@NotBlank @Size(max = 4000) String text) {}

    public record Assignment(@NotBlank String assignee) {}

    public record Edit(@NotBlank String reason, @NotBlank String body) {}

    public record Waiver(@NotBlank String reason) {}
}
