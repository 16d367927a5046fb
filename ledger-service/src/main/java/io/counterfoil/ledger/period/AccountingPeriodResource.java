package io.counterfoil.ledger.period;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.entity.Books;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;

/** The door to accounting periods. */
@RequestScoped
@Path("/v1/accounting-periods")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class AccountingPeriodResource {

    @Inject
    AccountingPeriods periods;

    @Inject
    ClosePeriod close;

    @Inject
    MovePeriod move;

    @Inject
    CloseChecks checks;

    @Inject
    PeriodMoves moves;

    @Inject
    Books books;

    @Inject
    Caller caller;

    @GET
    public Page<AccountingPeriodJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.text(cursor),
                        (after, most) -> periods.after(after, legalEntityId, most),
                        p -> p.id())
                .map(AccountingPeriod::json);
    }

    /** What is in the way of its close, and whether the control accounts tie. */
    @GET
    @Path("{legalEntityId}/{month}/checklist")
    public Checklist checklist(
            @PathParam("legalEntityId") String legalEntityId,
            @PathParam("month") String month,
            @QueryParam("subLedger") @DefaultValue("GENERAL") SubLedger subLedger) {
        books.of(legalEntityId);
        return checks.of(legalEntityId, month(month).plusMonths(1).atDay(1), subLedger);
    }

    @GET
    @Path("{legalEntityId}/{month}/moves")
    public AccountingPeriodJson.History moves(
            @PathParam("legalEntityId") String legalEntityId,
            @PathParam("month") String month,
            @QueryParam("subLedger") @DefaultValue("GENERAL") SubLedger subLedger) {
        AccountingPeriod period = periods.find(legalEntityId, month(month), subLedger)
                .orElseThrow(() -> new NotFound("accounting period", legalEntityId + "/" + month));
        return new AccountingPeriodJson.History(moves.of(period.id()));
    }

    @POST
    @Path("{legalEntityId}/{month}/moves")
    @RolesAllowed(Roles.CONTROLLER)
    @Idempotent(required = true)
    public AccountingPeriodJson move(
            @PathParam("legalEntityId") String legalEntityId,
            @PathParam("month") String month,
            @QueryParam("subLedger") @DefaultValue("GENERAL") SubLedger subLedger,
            @Valid @NotNull AccountingPeriodJson.Move wanted) {
        return move.handle(legalEntityId, month(month), subLedger, wanted, caller.sub());
    }

    @POST
    @Path("{legalEntityId}/{month}/closing")
    @RolesAllowed(Roles.CONTROLLER)
    @Idempotent(required = true)
    public AccountingPeriodJson close(
            @PathParam("legalEntityId") String legalEntityId,
            @PathParam("month") String month,
            @QueryParam("subLedger") @DefaultValue("GENERAL") SubLedger subLedger) {
        return close.handle(legalEntityId, month(month), subLedger, caller.sub());
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw new Invalid("/month", "must be a month such as 2026-01");
        }
    }
}
