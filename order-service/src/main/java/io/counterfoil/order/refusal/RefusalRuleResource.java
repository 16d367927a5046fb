package io.counterfoil.order.refusal;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** After how long a refusal is final: read, set, dropped. */
@RequestScoped
@Path("/v1/refusal-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RefusalRuleResource {

    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST = 80;

    @Inject
    RefusalRules rules;

    @Inject
    SetRefusalRule set;

    @Inject
    DropRefusalRule drop;

    /** Rules by code. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Page<RefusalRuleJson.Rule> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), rules::after, rule -> rule.reasonCode())
                .map(RefusalRuleJson.Rule::of);
    }

    /** Sets a rule. */
    @PUT
    @Path("{reasonCode}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public Response put(
            @PathParam("reasonCode") String reasonCode,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            RefusalRuleJson.Terms terms) {
        Invalid.requireBody(terms);
        if (!reasonCode.matches(CODE) || reasonCode.length() > LONGEST) {
            throw new Invalid("/reasonCode", "must be a reason code in kebab case");
        }
        RefusalRule rule = set.handle(reasonCode, terms.read(), ifMatch);
        return Response.ok(RefusalRuleJson.Rule.of(rule))
                .tag(ETags.of(rule.version()))
                .build();
    }

    /** Drops a rule. */
    @DELETE
    @Path("{reasonCode}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public Response remove(@PathParam("reasonCode") String reasonCode) {
        drop.handle(reasonCode);
        return Response.noContent().build();
    }
}
