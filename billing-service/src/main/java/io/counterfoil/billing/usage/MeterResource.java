package io.counterfoil.billing.usage;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The meters that count usage. */
@Path("/v1/meters")
@RequestScoped
public class MeterResource {

    @Inject
    PublishMeter publish;

    @Inject
    Meters meters;

    /** Publishes a meter: an upsert by reference, so If-Match is checked when it is sent, and not required. */
    @PUT
    @Path("/{meterId}")
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public Response put(
            @PathParam("meterId") String meterId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Publication wanted) {
        return answer(publish.handle(meterId, wanted, ifMatch));
    }

    /** One meter. */
    @GET
    @Path("/{meterId}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response get(@PathParam("meterId") String meterId) {
        return answer(meters.byId(meterId).orElseThrow(() -> new NotFound("meter", meterId)));
    }

    /** A page of them. */
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
    public Page<View> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), meters::page, meter -> meter.meterId())
                .map(View::of);
    }

    private static Response answer(Meter meter) {
        return Response.ok(View.of(meter)).tag(ETags.of(meter.version())).build();
    }

    /** A meter to be published. */
    public record Publication(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 60) String unit,
            @NotNull Aggregation aggregation) {}

    /** A meter on the wire. */
    public record View(String meterId, String name, String unit, Aggregation aggregation, int version) {
        static View of(Meter meter) {
            return new View(meter.meterId(), meter.name(), meter.unit(), meter.aggregation(), meter.version());
        }
    }
}
