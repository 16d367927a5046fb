package io.counterfoil.order.approval;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
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
import java.util.Objects;

/** Who must approve what: read, and published. */
@RequestScoped
@Path("/v1/approval-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApprovalRuleResource {

    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._:-]{0,79}";

    @Inject
    ApprovalRules rules;

    @Inject
    PublishApprovalRule publish;

    /** Rules by id. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
    public Page<ApprovalRuleJson.Rule> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        int size = Page.size(limit);
        String after = Objects.requireNonNullElse(Cursor.key(cursor), "");
        return Page.of(rules.after(after, size + 1), size, rule -> Cursor.of(rule.ruleId()))
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
        if (terms == null || !ruleId.matches(CODE)) {
            throw new Invalid(terms == null ? "" : "/ruleId", "a body and a code as id are required");
        }
        ApprovalRule rule = publish.handle(ruleId, terms, ifMatch);
        return Response.ok(ApprovalRuleJson.Rule.of(rule))
                .tag(ETags.of(rule.version()))
                .build();
    }
}
