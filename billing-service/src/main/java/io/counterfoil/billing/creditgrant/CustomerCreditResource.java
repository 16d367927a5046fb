package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.creditgrant.CreditJson.CreditRequest;
import io.counterfoil.billing.creditgrant.CreditJson.CreditView;
import io.counterfoil.billing.creditgrant.CreditJson.Decision;
import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditFilter;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
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
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The credit of customers: asked for, decided, withdrawn, and what it paid. */
@Path("/v1/customer-credits")
@RequestScoped
public class CustomerCreditResource {

    @Inject
    CustomerCredits credits;

    @Inject
    GrantCredit grant;

    @Inject
    DecideCredit decide;

    @Inject
    WithdrawCredit withdraw;

    /** Asks for credit; up to the limit it is granted at once. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT})
    public Response grant(@Valid @NotNull CreditRequest wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(view(grant.handle(wanted)))
                .build();
    }

    /** A second person decides. */
    @POST
    @Path("/{creditId}/decision")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    public CreditView decide(@PathParam("creditId") UUID id, @Valid @NotNull Decision decision) {
        return view(decide.handle(id, decision.approved()));
    }

    /** Takes back what is left. */
    @POST
    @Path("/{creditId}/withdrawal")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    public CreditView withdraw(@PathParam("creditId") UUID id) {
        return view(withdraw.handle(id));
    }

    /** One credit with what it paid. */
    @GET
    @Path("/{creditId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("creditId") UUID id) {
        Credit credit = credits.byId(id).orElseThrow(() -> new NotFound("customer credit", id));
        return Response.ok(view(credit)).tag(ETags.of(credit.version())).build();
    }

    /** A page of credits. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<CreditView> list(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("state") Credit.State state,
            @QueryParam("kind") CreditKind kind,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        CreditFilter filter = new CreditFilter(customerId, state, kind);
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> credits.page(filter, after, most),
                        credit -> credit.creditId())
                .map(credit -> CreditView.of(credit, null));
    }

    private CreditView view(Credit credit) {
        return CreditView.of(credit, credits.usesOf(credit));
    }
}
