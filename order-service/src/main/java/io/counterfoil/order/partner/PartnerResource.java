package io.counterfoil.order.partner;

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

/** Partners: read, and published. */
@RequestScoped
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerResource {

    @Inject
    Partners partners;

    @Inject
    PublishPartner publish;

    /** Partners by id. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Page<PartnerJson.View> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), partners::after, one -> one.partnerId())
                .map(PartnerJson.View::of);
    }

    /** Publishes a partner. */
    @PUT
    @Path("{partnerId}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.OPERATOR})
    public Response put(
            @PathParam("partnerId") String partnerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            PartnerJson.Terms terms) {
        Invalid.requireBody(terms);
        Partner partner = publish.handle(Code.require("partnerId", partnerId), terms, ifMatch);
        return Response.ok(PartnerJson.View.of(partner))
                .tag(ETags.of(partner.version()))
                .build();
    }
}
