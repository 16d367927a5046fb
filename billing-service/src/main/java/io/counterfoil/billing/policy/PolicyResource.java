package io.counterfoil.billing.policy;

import io.counterfoil.billing.policy.PolicyJson.PolicyVersion;
import io.counterfoil.billing.policy.PolicyJson.PolicyView;
import io.counterfoil.billing.policy.PolicyJson.Publication;
import io.counterfoil.billing.policy.Scope.Level;
import io.counterfoil.billing.policy.Scope.Place;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;

/** The policies: which there are, what was published, and for whom. */
@Path("/v1/policies")
@RequestScoped
public class PolicyResource {

    @Inject
    PublishPolicy publish;

    @Inject
    PolicyRows rows;

    /** All policies with their legal values and defaults. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<PolicyView> list() {
        return new Page<>(
                Arrays.stream(PolicyName.values()).map(PolicyJson::view).toList(), null);
    }

    /** What was published of one policy. */
    @GET
    @Path("/{policy}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<PolicyVersion> get(
            @PathParam("policy") String name, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        PolicyName policy = PolicyName.named(name).orElseThrow(() -> new NotFound("policy", name));
        return Page.read(
                        limit,
                        Cursor.key(cursor),
                        (after, most) -> rows.page(policy, after, most),
                        PolicyResource::position)
                .map(PolicyJson::version);
    }

    /** Publishes a version for a legal entity, a contract or a charge. */
    @PUT
    @Path("/{policy}/{level}/{key}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    public PolicyVersion put(
            @PathParam("policy") String name,
            @PathParam("level") Level level,
            @PathParam("key") String key,
            @Valid @NotNull Publication wanted) {
        return PolicyJson.version(publish.handle(name, new Place(level, key), wanted));
    }

    private static String position(PublishedPolicy last) {
        return String.format("%s/%s/%06d", last.place().level(), last.place().key(), last.version());
    }
}
