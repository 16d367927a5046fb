package io.counterfoil.ledger.obligation;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The door to contracts and their performance obligations. */
@RequestScoped
@Path("/v1/revenue-contracts")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class RevenueContractResource {

    @Inject
    RevenueContracts contracts;

    @Inject
    ActOnObligation act;

    @Inject
    Caller caller;

    @GET
    public Page<RevenueContractJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        UUID first = cursor == null ? new UUID(0, 0) : Cursor.toUuid(cursor);
        return Page.read(
                limit,
                first,
                (after, most) -> contracts.after(after, legalEntityId, customerId, most),
                contract -> contract.contractId());
    }

    @GET
    @Path("{contractId}")
    public RevenueContractJson one(@PathParam("contractId") UUID contractId) {
        return contracts.find(contractId).orElseThrow(() -> new NotFound("revenue contract", contractId));
    }

    @POST
    @Path("{contractId}/obligations/{obligationId}/acts")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent(required = true)
    public RevenueContractJson act(
            @PathParam("contractId") UUID contractId,
            @PathParam("obligationId") String obligationId,
            @Valid @NotNull RevenueContractJson.Act wanted) {
        return act.handle(contractId, obligationId, wanted, caller.sub());
    }
}
