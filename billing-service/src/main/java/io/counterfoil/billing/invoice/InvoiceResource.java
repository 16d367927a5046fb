package io.counterfoil.billing.invoice;

import io.counterfoil.billing.archive.Archive;
import io.counterfoil.billing.invoice.InvoiceJson.InvoiceView;
import io.counterfoil.billing.invoice.InvoiceJson.Summary;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The invoices, for reading: what is issued is never changed. */
@Path("/v1/invoices")
@RequestScoped
public class InvoiceResource {

    @Inject
    InvoiceRows rows;

    @Inject
    InvoiceLineRows lines;

    @Inject
    SettlementRows settlements;

    @Inject
    Corrected corrected;

    @Inject
    Archive archive;

    /** One invoice with its lines and tax. */
    @GET
    @Path("/{invoiceId}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response get(@PathParam("invoiceId") UUID id) {
        Invoice invoice = rows.byId(id, false).orElseThrow(() -> new NotFound("invoice", id));
        List<InvoiceLine> issued = lines.lines(invoice);
        InvoiceJson.Known known = new InvoiceJson.Known(
                invoice,
                issued,
                corrected.of(invoice, issued),
                lines.subtotals(invoice),
                rows.nationalTax(invoice).orElse(null),
                settlements.of(invoice));
        return Response.ok(InvoiceView.of(known))
                .tag(ETags.of(invoice.version()))
                .build();
    }

    /** The invoice as it was issued, byte for byte, after its digest was verified. */
    @GET
    @Path("/{invoiceId}/document")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response document(@PathParam("invoiceId") UUID id) {
        return archive.find(id)
                .orElseThrow(() -> new NotFound("document of invoice", id))
                .answer();
    }

    /** A page of invoices. */
    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Page<Summary> list(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("orderId") UUID orderId,
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("state") InvoiceState state,
            @QueryParam("invoiceNumber") String invoiceNumber,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        InvoiceFilter filter = new InvoiceFilter(customerId, orderId, legalEntityId, state, invoiceNumber);
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> rows.page(filter, after, most),
                        invoice -> invoice.invoiceId())
                .map(Summary::of);
    }
}
