package io.counterfoil.order.approval;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.Code;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Who must approve what: read, and published. */
@RequestScoped
@Path("/v1/approval-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApprovalRuleResource {

    @Inject
    ApprovalRules rules;

    @Inject
    PublishApprovalRule publish;

    /** Rules by id. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
    public Page<ApprovalRuleJson.Rule> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), rules::after, rule -> rule.ruleId())
                .map(ApprovalRuleJson.Rule::of);
    }

    /** Publishes a rule. */
    @PUT
    @Path("{ruleId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public Response put(
            @PathParam("ruleId") String ruleId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ApprovalRuleJson.Terms terms) {
        Invalid.requireBody(terms);
        ApprovalRule rule = publish.handle(Code.require("ruleId", ruleId), terms, ifMatch);
        return Response.ok(ApprovalRuleJson.Rule.of(rule))
                .tag(ETags.of(rule.version()))
                .build();
    }
}
