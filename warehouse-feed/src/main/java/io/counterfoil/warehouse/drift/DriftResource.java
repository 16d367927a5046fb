package io.counterfoil.warehouse.drift;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Drift items across runs. */
@RequestScoped
@Path("/v1/drifts")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
public class DriftResource {

    @Inject
    Drifts drifts;

    @GET
    public Page<DriftJson> list(
            @QueryParam("state") String state,
            @QueryParam("pair") String pair,
            @QueryParam("document") String document,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Boolean open = isOpen(state);
        Pair of = pairOf(pair);
        return Page.read(
                limit,
                Cursor.key(cursor),
                (after, most) -> drifts.after(after, most, open, of, document),
                drift -> drift.driftId());
    }

    private static Boolean isOpen(String state) {
        if (state == null) {
            return null;
        }
        if (!List.of("OPEN", "RESOLVED").contains(state)) {
            throw new Invalid("?state", "must be OPEN or RESOLVED");
        }
        return state.equals("OPEN");
    }

    private static Pair pairOf(String pair) {
        try {
            return pair == null ? null : Pair.valueOf(pair);
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("?pair", "must be one of " + List.of(Pair.values()));
        }
    }
}
