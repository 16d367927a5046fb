package io.counterfoil.warehouse.fact;

import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** Facts by kind, and the door through which they are made anew. */
@RequestScoped
@Path("/v1/facts")
public class FactResource {

    @Inject
    Facts facts;

    @Inject
    RebuildFacts rebuild;

    @GET
    @Path("{kind}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<FactJson.Wire> list(@PathParam("kind") String kind, @BeanParam Query query) {
        return facts.page(FactKind.ofPath(kind), query.filter(), query.cursor(), query.size());
    }

    @POST
    @Path("rebuilds")
    @RolesAllowed({Roles.CONTROLLER, Roles.OPERATOR})
    @Idempotent
    public Response rebuild(RebuildRequest request) {
        boolean all = Boolean.TRUE.equals(request.all());
        boolean one = request.document() != null;
        if (all == one
                || Boolean.FALSE.equals(request.all())
                || one && request.document().isBlank()) {
            throw new Invalid("", "needs either document or all: true");
        }
        return Response.ok(all ? rebuild.handle() : rebuild.handle(request.document()))
                .build();
    }

    /** Either one document, by id or number, or all. */
    public record RebuildRequest(String document, Boolean all) {}

    /** The query parameters of a list of facts. */
    public static class Query {

        @QueryParam("legalEntityId")
        String legalEntityId;

        @QueryParam("currency")
        String currency;

        @QueryParam("customerId")
        String customerId;

        @QueryParam("document")
        String document;

        @QueryParam("from")
        String from;

        @QueryParam("to")
        String to;

        @QueryParam("limit")
        String limit;

        @QueryParam("cursor")
        String cursor;

        String cursor() {
            return cursor;
        }

        int size() {
            return Page.size(parsed("limit", limit, Integer::valueOf, "is no whole number"));
        }

        Facts.FactFilter filter() {
            return new Facts.FactFilter(
                    legalEntityId,
                    currency,
                    parsed("customerId", customerId, UUID::fromString, "is no UUID"),
                    document,
                    parsed("from", from, LocalDate::parse, "is no date"),
                    parsed("to", to, LocalDate::parse, "is no date"));
        }

        private static <T> T parsed(String name, String value, Function<String, T> parser, String otherwise) {
            try {
                return value == null ? null : parser.apply(value);
            } catch (RuntimeException unreadable) {
                throw new Invalid("?" + name, otherwise);
            }
        }
    }
}
