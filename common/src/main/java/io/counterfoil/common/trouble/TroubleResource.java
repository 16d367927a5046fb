package io.counterfoil.common.trouble;

import io.counterfoil.common.db.Database;
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
    Database database;

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
            @QueryParam("state") String state,
            @QueryParam("class") String trouble,
            @QueryParam("owner") String owner,
            @QueryParam("subject") String subject,
            @QueryParam("correlationId") String correlationId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        int size = Page.size(limit);
        List<Trouble> found = database.query(
                        """
                        select * from exception
                        where seq > ? and (?::text is null or state = ?) and (?::text is null or class = ?)
                          and (?::text is null or owner = ?) and (?::text is null or subject = ?)
                          and (?::text is null or correlation_id = ?)
                        order by seq limit ?
                        """,
                        Cursor.toLong(cursor),
                        state,
                        state,
                        trouble,
                        trouble,
                        owner,
                        owner,
                        subject,
                        subject,
                        correlationId,
                        correlationId,
                        size + 1)
                .list(Trouble::read);
        return Page.of(found, size, t -> Cursor.of(t.seq())).map(t -> TroubleJson.of(t, List.of()));
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
    public TroubleJson assign(@PathParam("id") UUID id, @Valid @NotNull Assignment assignment) {
        decide.assign(id, assignment.assignee(), caller.sub());
        return described(troubles.byId(id));
    }

    @POST
    @Path("{id}/replay")
    public TroubleJson replay(@PathParam("id") UUID id) {
        return described(replay.handle(id, caller.sub()));
    }

    @POST
    @Path("{id}/edit")
    @Idempotent
    public TroubleJson edit(@PathParam("id") UUID id, @Valid @NotNull Edit edit) {
        decide.proposeEdit(id, edit.reason(), edit.body().getBytes(StandardCharsets.UTF_8), caller.sub());
        return described(troubles.byId(id));
    }

    @POST
    @Path("{id}/waiver")
    @Idempotent
    public TroubleJson waive(@PathParam("id") UUID id, @Valid @NotNull Waiver waiver) {
        decide.proposeWaiver(id, waiver.reason(), caller.sub());
        return described(troubles.byId(id));
    }

    /** The second person's yes: an edit is replayed at once, after a waiver those that waited behind it go on. */
    @POST
    @Path("{id}/approval")
    public TroubleJson approve(@PathParam("id") UUID id) {
        if ("EDIT".equals(decide.approve(id, caller.sub()))) {
            return described(replay.handle(id, caller.sub()));
        }
        replay.followers(troubles.byId(id), caller.sub());
        return described(troubles.byId(id));
    }

    private TroubleJson described(Trouble trouble) {
        return TroubleJson.of(
                trouble,
                database.query(
                                "select at, actor, act, note from exception_history where exception_id = ? order by seq",
                                trouble.id())
                        .list(row -> new TroubleJson.Act(
                                row.instant("at"), row.text("actor"), row.text("act"), row.text("note"))));
    }

    public record Assignment(@NotBlank String assignee) {}

    public record Edit(@NotBlank String reason, @NotBlank String body) {}

    public record Waiver(@NotBlank String reason) {}
}
