package io.counterfoil.billing.legalentity;

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
import jakarta.ws.rs.core.Response;

/** The legal entities that billing can bill for: read only, the ledger owns them. */
@Path("/v1/legal-entities")
@RequestScoped
public class LegalEntityResource {

    @Inject
    LegalEntities entities;

    /** All copies. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<View> list() {
        return new Page<>(entities.all().stream().map(View::of).toList(), null);
    }

    /** One copy. */
    @GET
    @Path("/{legalEntityId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("legalEntityId") String id) {
        LegalEntity found = entities.all().stream()
                .filter(entity -> entity.legalEntityId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("legal entity", id));
        return Response.ok(View.of(found)).tag(ETags.of(found.version())).build();
    }

    /** A copy on the wire. */
    public record View(
            String legalEntityId,
            String name,
            String country,
            String functionalCurrency,
            String timeZone,
            String taxRegistration,
            int version) {

        static View of(LegalEntity entity) {
            return new View(
                    entity.legalEntityId(),
                    entity.name(),
                    entity.country(),
                    entity.functionalCurrency(),
                    entity.timeZone().getId(),
                    entity.taxRegistration(),
                    entity.version());
        }
    }
}
