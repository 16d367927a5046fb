package io.counterfoil.ledger.journal;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.postingrule.Purpose;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The door to the journal; there is none through which an entry could be written. */
@RequestScoped
@Path("/v1/journal-entries")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class JournalResource {

    @Inject
    JournalEntries entries;

    @GET
    public Page<JournalEntryJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("documentId") UUID documentId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("contractId") UUID contractId,
            @QueryParam("orderId") UUID orderId,
            @QueryParam("sourceEventId") UUID sourceEventId,
            @QueryParam("purpose") Purpose purpose,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        JournalEntries.Filter filter = new JournalEntries.Filter(
                legalEntityId, documentId, customerId, contractId, orderId, sourceEventId, purpose);
        return Page.read(
                        limit,
                        Cursor.toLong(cursor),
                        (after, most) -> entries.after(after, filter, most),
                        placed -> placed.ordinal())
                .map(JournalEntries.Placed::entry);
    }

    @GET
    @Path("{id}")
    public JournalEntryJson one(@PathParam("id") UUID id) {
        return entries.find(id).orElseThrow(() -> new NotFound("journal entry", id));
    }
}
