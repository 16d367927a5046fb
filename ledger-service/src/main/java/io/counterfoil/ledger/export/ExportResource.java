package io.counterfoil.ledger.export;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.entity.Books;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The door through which the journal leaves as a file. */
@RequestScoped
@Path("/v1/exports/journal")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.AUDITOR})
public class ExportResource {

    @Inject
    JournalLines lines;

    @Inject
    Books books;

    /** In which form. */
    public enum Format {
        HLEDGER,
        CSV
    }

    /** Which amounts an hledger journal has: of the transactions, or of the books. */
    public enum Amounts {
        TRANSACTION,
        FUNCTIONAL
    }

    @GET
    public Response journal(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("format") @DefaultValue("HLEDGER") Format format,
            @QueryParam("amounts") @DefaultValue("TRANSACTION") Amounts amounts) {
        if (legalEntityId == null) {
            throw new Invalid("?legalEntityId", "is required");
        }
        JournalLines.Extent extent =
                new JournalLines.Extent(books.of(legalEntityId).legalEntityId(), from, to);
        StreamingOutput text = format == Format.CSV ? csv(extent) : hledger(extent, amounts);
        return Response.ok(text, format == Format.CSV ? "text/csv;charset=utf-8" : "text/plain;charset=utf-8")
                .build();
    }

    private StreamingOutput hledger(JournalLines.Extent extent, Amounts amounts) {
        return out -> {
            HledgerText text = new HledgerText(amounts == Amounts.FUNCTIONAL);
            write(out, "; journal of " + extent.legalEntityId() + "\n");
            lines.each(extent, postings -> write(out, text.of(postings)));
        };
    }

    private StreamingOutput csv(JournalLines.Extent extent) {
        return out -> {
            CsvText text = new CsvText();
            write(out, CsvText.HEAD);
            lines.each(extent, postings -> write(out, text.of(postings)));
            write(out, text.controlTotals());
        };
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
