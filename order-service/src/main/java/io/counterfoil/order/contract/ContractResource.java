package io.counterfoil.order.contract;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Contracts, read only: they are made from orders. */
@RequestScoped
@Path("/v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.SALES,
    Roles.FINANCE,
    Roles.CONTROLLER,
    Roles.SUPPORT,
    Roles.INTEGRATION,
    Roles.OPERATOR,
    Roles.AUDITOR
})
public class ContractResource {

    @Inject
    Contracts contracts;

    /** Contracts, oldest first. */
    @GET
    public Page<ContractJson> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("orderId") String orderId,
            @QueryParam("customerId") String customerId) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> contracts.after(
                                after,
                                IdText.inQuery("orderId", orderId),
                                IdText.inQuery("customerId", customerId),
                                most),
                        contract -> contract.contractId())
                .map(ContractJson::of);
    }

    /** One contract. */
    @GET
    @Path("{contractId}")
    public Response get(@PathParam("contractId") String contractId) {
        Contract contract = new IdText(contractId)
                .id()
                .flatMap(contracts::find)
                .orElseThrow(() -> new NotFound("contract", contractId));
        return Response.ok(ContractJson.of(contract))
                .tag(ETags.of(contract.version()))
                .build();
    }
}
