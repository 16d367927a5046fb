package io.counterfoil.billing.numbering;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The number series of the legal entities. */
@Path("/v1/number-series/{legalEntityId}/{series}")
@RequestScoped
public class NumberSeriesResource {

    @Inject
    PublishNumberSeries publish;

    @Inject
    Numbers numbers;

    /** Publishes a series. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public Response put(
            @PathParam("legalEntityId") String legalEntityId,
            @PathParam("series") String series,
            @Valid @NotNull Publication wanted) {
        return answer(publish.handle(legalEntityId, series, wanted));
    }

    /** Reads a series. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("legalEntityId") String legalEntityId, @PathParam("series") String series) {
        return answer(numbers.series(legalEntityId, series)
                .orElseThrow(() -> new NotFound("number series", legalEntityId + "/" + series)));
    }

    private static Response answer(NumberSeries series) {
        View view = new View(
                series.legalEntityId(),
                series.series(),
                series.documentTypeCode(),
                series.pattern().text(),
                series.fiscalYearStartMonth(),
                series.version());
        return Response.ok(view).tag(ETags.of(series.version())).build();
    }

    /** What is published; every field has a usual value. */
    public record Publication(String documentTypeCode, @Size(max = 100) String pattern, Integer fiscalYearStartMonth) {}

    /** A series on the wire. */
    public record View(
            String legalEntityId,
            String series,
            String documentTypeCode,
            String pattern,
            int fiscalYearStartMonth,
            int version) {}
}
