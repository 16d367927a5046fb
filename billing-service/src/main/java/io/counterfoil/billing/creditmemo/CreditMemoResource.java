package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.archive.Archive;
import io.counterfoil.billing.creditmemo.CreditMemoJson.ApplicationRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.Decision;
import io.counterfoil.billing.creditmemo.CreditMemoJson.MemoRequest;
import io.counterfoil.billing.creditmemo.CreditMemoJson.MemoView;
import io.counterfoil.billing.creditmemo.CreditMemoJson.VoidRequest;
import io.counterfoil.billing.reversal.Reversals;
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

/** The credit memos: written, decided, used, voided. */
@Path("/v1/credit-memos")
@RequestScoped
public class CreditMemoResource {

    @Inject
    MemoRows rows;

    @Inject
    Reversals reversals;

    @Inject
    Archive archive;

    @Inject
    WriteCreditMemo write;

    @Inject
    DecideCreditMemo decide;

    @Inject
    ApplyCreditMemo apply;

    @Inject
    VoidCreditMemo voiding;

    /** Writes a memo; up to the limit it is issued at once. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response write(@Valid @NotNull MemoRequest wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(view(write.handle(wanted)))
                .build();
    }

    /** A second person decides. */
    @POST
    @Path("/{creditMemoId}/decision")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    public MemoView decide(@PathParam("creditMemoId") UUID id, @Valid @NotNull Decision decision) {
        return view(decide.handle(id, decision.approved()));
    }

    /** Uses what is open of it. */
    @POST
    @Path("/{creditMemoId}/applications")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION})
    public Response apply(@PathParam("creditMemoId") UUID id, @Valid @NotNull ApplicationRequest wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(view(apply.handle(id, wanted)))
                .build();
    }

    /** It counts no longer. */
    @POST
    @Path("/{creditMemoId}/void")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.INTEGRATION})
    public MemoView voidMemo(@PathParam("creditMemoId") UUID id, @Valid @NotNull VoidRequest why) {
        return view(voiding.handle(id, why));
    }

    /** One memo with its lines and what it settled. */
    @GET
    @Path("/{creditMemoId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("creditMemoId") UUID id) {
        CreditMemo memo = rows.byId(id, false).orElseThrow(() -> new NotFound("credit memo", id));
        return Response.ok(view(memo)).tag(ETags.of(memo.version())).build();
    }

    /** The memo as it was issued, byte for byte, after its digest was verified. */
    @GET
    @Path("/{creditMemoId}/document")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response document(@PathParam("creditMemoId") UUID id) {
        return archive.find(id)
                .orElseThrow(() -> new NotFound("document of credit memo", id))
                .answer();
    }

    /** A page of memos. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<MemoView> list(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("invoiceId") UUID invoiceId,
            @QueryParam("state") CreditMemoState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        MemoFilter filter = new MemoFilter(customerId, invoiceId, state);
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> rows.page(filter, after, most),
                        memo -> memo.creditMemoId())
                .map(memo -> MemoView.of(memo, null, null));
    }

    private MemoView view(CreditMemo memo) {
        return MemoView.of(memo, reversals.of(memo.creditMemoId(), memo.currency()), rows.applications(memo));
    }
}
