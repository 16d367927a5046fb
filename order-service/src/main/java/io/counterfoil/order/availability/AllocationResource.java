package io.counterfoil.order.availability;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What is put aside for orders. */
@RequestScoped
@Path("/v1/stock-allocations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
public class AllocationResource {

    @Inject
    Allocations allocations;

    /** Allocations by line. */
    @GET
    public Page<StockJson.Allocated> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("orderId") String orderId) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> allocations.after(after, IdText.inQuery("orderId", orderId), most),
                        one -> one.lineId())
                .map(StockJson.Allocated::of);
    }
}
