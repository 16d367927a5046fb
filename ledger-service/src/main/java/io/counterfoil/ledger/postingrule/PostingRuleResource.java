package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The door to posting rules. */
@RequestScoped
@Path("/v1/posting-rules")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class PostingRuleResource {

    @Inject
    PostingRules rules;

    @Inject
    ActivatePostingRule activate;

    @Inject
    DecidePostingRule decide;

    @Inject
    Caller caller;

    @GET
    public Page<PostingRuleJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.text(cursor),
                        (after, most) -> rules.after(after, legalEntityId, most),
                        rule -> rule.ruleId())
                .map(rule -> PostingRuleJson.of(rule, rules.state(rule)));
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, @QueryParam("version") Long version) {
        Optional<PostingRule> found = version == null ? rules.newest(id) : rules.version(id, version);
        return answer(200, found.orElseThrow(() -> new NotFound("posting rule", id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public Response put(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull PostingRuleJson.Request told) {
        if (!id.matches("[A-Za-z0-9_.-]{1,60}")) {
            throw new Invalid("/id", "must be 1 to 60 letters, digits, dots, hyphens and underscores");
        }
        ActivatePostingRule.Outcome outcome = activate.handle(id, told, ifMatch, caller.sub());
        return answer(outcome.created() ? 201 : 200, outcome.rule());
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent
    public PostingRuleJson approve(@PathParam("id") String id) {
        PostingRule rule = decide.handle(id, true, caller.sub());
        return PostingRuleJson.of(rule, rules.state(rule));
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent
    public PostingRuleJson reject(@PathParam("id") String id) {
        PostingRule rule = decide.handle(id, false, caller.sub());
        return PostingRuleJson.of(rule, rules.state(rule));
    }

    private Response answer(int status, PostingRule rule) {
        return Response.status(status)
                .entity(PostingRuleJson.of(rule, rules.state(rule)))
                .tag(ETags.of(rule.version()))
                .build();
    }
}
