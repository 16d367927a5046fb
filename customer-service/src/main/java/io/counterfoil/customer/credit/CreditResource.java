package io.counterfoil.customer.credit;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.hierarchy.Family;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Limits and exposures of customers. */
@RequestScoped
@Path("/v1/customers")
@RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR})
public class CreditResource {

    @Inject
    GoldenRecords records;

    @Inject
    CreditBook book;

    @Inject
    Family family;

    @Inject
    SetCreditTerms set;

    @GET
    @Path("{customerId}/credit")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response credit(@PathParam("customerId") UUID customerId, @QueryParam("asOf") String asOf) {
        records.get(customerId);
        LocalDate day = day(asOf);
        return answer(new CreditJson.View(
                book.terms(customerId),
                day,
                figures(book.exposure(customerId)),
                figures(book.exposureBelow(customerId, day))));
    }

    @PUT
    @Path("{customerId}/credit")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    public Response set(
            @PathParam("customerId") UUID customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            CreditJson.Wanted wanted) {
        CreditTerms terms = set.handle(customerId, ifMatch, wanted);
        return answer(new CreditJson.View(
                terms,
                family.today(),
                figures(book.exposure(customerId)),
                figures(book.exposureBelow(customerId, family.today()))));
    }

    private static List<CreditJson.Figures> figures(Map<String, Exposure> exposures) {
        return exposures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> CreditJson.Figures.of(entry.getValue()))
                .toList();
    }

    private LocalDate day(String text) {
        try {
            return text == null ? family.today() : LocalDate.parse(text.startsWith("+") ? "" : text);
        } catch (DateTimeParseException wrong) {
            throw new Invalid("?asOf", "is no day such as 2026-01-31");
        }
    }

    private static Response answer(CreditJson.View view) {
        return Response.ok(view).tag(ETags.of(view.terms().version())).build();
    }
}
