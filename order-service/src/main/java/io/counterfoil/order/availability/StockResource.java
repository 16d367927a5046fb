package io.counterfoil.order.availability;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Stock by product. */
@RequestScoped
@Path("/v1/stock-levels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StockResource {

    @Inject
    Stocks stocks;

    @Inject
    CountStock count;

    @Inject
    ReceiveStock receive;

    /** Levels by product. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<StockJson.Level> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), stocks::after, level -> level.productId())
                .map(StockJson.Level::of);
    }

    /** The level of one product. */
    @GET
    @Path("{productId}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("productId") String productId) {
        return answer(stocks.find(productId).orElseThrow(() -> new NotFound("stock level of product", productId)));
    }

    /** The warehouse has counted. */
    @PUT
    @Path("{productId}")
    @RolesAllowed({Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR})
    public Response put(
            @PathParam("productId") String productId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            StockJson.Count wanted) {
        Invalid.requireBody(wanted);
        return answer(count.handle(productId, wanted, ifMatch));
    }

    /** Goods came in. */
    @POST
    @Path("{productId}/receipts")
    @Idempotent(required = true)
    @RolesAllowed({Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR})
    public Response receive(@PathParam("productId") String productId, StockJson.Receipt receipt) {
        Invalid.requireBody(receipt);
        return answer(receive.handle(productId, receipt));
    }

    private static Response answer(StockLevel level) {
        return Response.ok(StockJson.Level.of(level))
                .tag(ETags.of(level.version()))
                .build();
    }
}
