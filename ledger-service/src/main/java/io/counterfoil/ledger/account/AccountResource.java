package io.counterfoil.ledger.account;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The door to the chart of accounts. */
@RequestScoped
@Path("/v1/accounts")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class AccountResource {

    @Inject
    Accounts accounts;

    @Inject
    OpenAccount open;

    @GET
    public Page<AccountJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.text(cursor),
                        (after, most) -> accounts.after(after, legalEntityId, most),
                        a -> a.id())
                .map(Account::json);
    }

    @GET
    @Path("{legalEntityId}/{code}")
    public Response one(@PathParam("legalEntityId") String legalEntityId, @PathParam("code") String code) {
        Account account = accounts.find(legalEntityId, code)
                .orElseThrow(() -> new NotFound("account", legalEntityId + "/" + code));
        return Response.ok(account.json()).tag(ETags.of(account.version())).build();
    }

    @PUT
    @Path("{legalEntityId}/{code}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public Response put(
            @PathParam("legalEntityId") String legalEntityId,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull AccountJson.Request told) {
        if (!code.matches("[A-Za-z0-9.-]{1,20}")) {
            throw new Invalid("/code", "must be 1 to 20 letters, digits, dots and hyphens");
        }
        OpenAccount.Outcome outcome = open.handle(legalEntityId, code, told, ifMatch);
        return Response.status(outcome.created() ? 201 : 200)
                .entity(outcome.account())
                .tag(ETags.of(outcome.account().version()))
                .build();
    }
}
