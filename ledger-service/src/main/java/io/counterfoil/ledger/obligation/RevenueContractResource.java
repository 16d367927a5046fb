package io.counterfoil.ledger.obligation;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.schedule.AsOf;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

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
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        AsOf then = asOf(effectiveOn, knownAt);
        UUID first = cursor == null ? new UUID(0, 0) : Cursor.toUuid(cursor);
        return Page.read(
                limit,
                first,
                (after, most) -> contracts.after(after, legalEntityId, customerId, then, most),
                contract -> contract.contractId());
    }

    @GET
    @Path("{contractId}")
    public RevenueContractJson one(
            @PathParam("contractId") UUID contractId,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt) {
        return contracts
                .find(contractId, asOf(effectiveOn, knownAt))
                .orElseThrow(() -> new NotFound("revenue contract", contractId));
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

    private static AsOf asOf(String effectiveOn, String knownAt) {
        return new AsOf(
                parsed("?effectiveOn", effectiveOn, LocalDate::parse), parsed("?knownAt", knownAt, Instant::parse));
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException wrong) {
            throw new Invalid(name, "'" + text + "' is not as ISO 8601 writes it");
        }
    }
}
