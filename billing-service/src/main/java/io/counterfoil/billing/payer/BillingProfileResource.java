package io.counterfoil.billing.payer;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Who pays for a customer, by which segment it is dunned, and where its days begin. */
@Path("/v1/billing-profiles/{customerId}")
@RequestScoped
public class BillingProfileResource {

    @Inject
    NameBillingProfile name;

    @Inject
    Payers payers;

    /** Names payer, segment and time zone: an upsert by reference, so If-Match is checked when it is sent, and not required. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR, Roles.INTEGRATION})
    public Response put(
            @PathParam("customerId") UUID customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Wanted wanted) {
        return answer(name.handle(customerId, wanted, ifMatch));
    }

    /** The profile; who has none pays for itself. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("customerId") UUID customerId) {
        return answer(payers.profile(customerId));
    }

    private Response answer(BillingProfile profile) {
        List<UUID> paysFor = payers.paidBy(profile.customerId()).stream()
                .filter(child -> !child.paysItself())
                .map(BillingProfile::customerId)
                .toList();
        View view = new View(
                profile.customerId(),
                profile.payerId(),
                profile.segment(),
                profile.timeZone() == null ? null : profile.timeZone().getId(),
                profile.version(),
                paysFor);
        return Response.ok(view).tag(ETags.of(profile.version())).build();
    }

    /** What is said; payerId null: the customer pays itself. */
    public record Wanted(
            UUID payerId, @Size(min = 1, max = 40) String segment, @Size(min = 1, max = 60) String timeZone) {

        ZoneId zone() {
            if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
                throw new Invalid("/timeZone", "is no time zone, such as Europe/Berlin");
            }
            return timeZone == null ? null : ZoneId.of(timeZone);
        }
    }

    /** A profile on the wire. */
    public record View(
            UUID customerId, UUID payerId, String segment, String timeZone, int version, List<UUID> paysFor) {}
}
