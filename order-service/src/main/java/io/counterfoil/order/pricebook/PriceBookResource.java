package io.counterfoil.order.pricebook;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Price books: read, and replaced as a whole. They say floors and costs, so partners ask price checks instead. */
@RequestScoped
@Path("/v1/price-books")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PriceBookResource {

    @Inject
    PriceBooks books;

    @Inject
    PublishPriceBook publish;

    @Inject
    ImportPrices imports;

    /** Books by id. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<PriceBookJson.Book> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Page.read(limit, Cursor.text(cursor), books::after, book -> book.priceBookId())
                .map(PriceBookJson.Book::of);
    }

    /** One book. */
    @GET
    @Path("{priceBookId}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("priceBookId") String priceBookId) {
        PriceBook book = books.find(priceBookId).orElseThrow(() -> new NotFound("price book", priceBookId));
        return answer(Response.ok(), book);
    }

    /** Replaces a book or makes it. */
    @PUT
    @Path("{priceBookId}")
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public Response put(
            @PathParam("priceBookId") String priceBookId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            PriceBookJson.Terms terms) {
        Invalid.requireBody(terms);
        PublishPriceBook.Outcome outcome =
                publish.handle(priceBookId, terms.name(), terms.toScope(), terms.toEntries(), ifMatch);
        return answer(Response.status(outcome.created() ? 201 : 200), outcome.book());
    }

    /** Takes many prices in at once; the report names those that it refused. */
    @POST
    @Path("{priceBookId}/imports")
    @Idempotent
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION, Roles.OPERATOR})
    public Response importPrices(@PathParam("priceBookId") String priceBookId, PriceBookJson.Import prices) {
        Invalid.requireBody(prices);
        return Response.ok(imports.handle(priceBookId, prices.lines())).build();
    }

    private static Response answer(Response.ResponseBuilder builder, PriceBook book) {
        return builder.tag(ETags.of(book.version()))
                .entity(PriceBookJson.Book.of(book))
                .build();
    }
}
