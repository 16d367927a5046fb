package io.counterfoil.ledger.account;

import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.entity.Books;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The door through which a whole chart of accounts goes in and out, as a table. */
@RequestScoped
@Path("/v1/charts-of-accounts/{legalEntityId}")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class ChartResource {

    private static final int ALL = 10_000;

    @Inject
    Accounts accounts;

    @Inject
    Books books;

    @Inject
    ImportChart importing;

    @GET
    @Produces("text/csv")
    public String export(@PathParam("legalEntityId") String legalEntityId) {
        books.of(legalEntityId);
        return ChartCsv.write(accounts.after("", legalEntityId, ALL).stream()
                .map(Account::json)
                .toList());
    }

    @PUT
    @Consumes("text/csv")
    @Produces("application/json")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public AccountJson.Imported importAll(@PathParam("legalEntityId") String legalEntityId, @NotNull String csv) {
        return importing.handle(legalEntityId, ChartCsv.read(csv));
    }
}
