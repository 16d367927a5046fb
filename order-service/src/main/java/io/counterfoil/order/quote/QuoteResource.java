package io.counterfoil.order.quote;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.order.IdText;
import io.counterfoil.order.approval.Verdict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;

/** Quotes: made, decided, taken back, turned into orders. */
@RequestScoped
@Path("/v1/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QuoteResource {

    private static final int LONGEST_REASON = 500;

    @Inject
    Quotes quotes;

    @Inject
    MakeQuote make;

    @Inject
    DecideQuote decide;

    @Inject
    EndQuote end;

    @Inject
    ConvertQuote convert;

    /** Quotes, oldest first. */
    @GET
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Page<QuoteJson.View> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("state") String state) {
        if (state != null
                && Arrays.stream(QuoteState.values())
                        .noneMatch(one -> one.name().equals(state))) {
            throw new Invalid("?state", "must be one of " + Arrays.toString(QuoteState.values()));
        }
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> quotes.after(after, state, most),
                        quote -> quote.quoteId())
                .map(quotes::show);
    }

    /** One quote. */
    @GET
    @Path("{quoteId}")
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("quoteId") String quoteId) {
        return answer(Response.ok(), quotes.show(quotes.get(id(quoteId))));
    }

    /** Makes a quote; its exact totals follow. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.SALES, Roles.INTEGRATION, Roles.OPERATOR})
    public Response make(QuoteJson.Request request) {
        Invalid.requireBody(request);
        QuoteJson.View quote = make.handle(request);
        return answer(Response.created(URI.create("/v1/quotes/" + quote.quoteId())), quote);
    }

    /** Says yes or no. */
    @POST
    @Path("{quoteId}/approvals")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER})
    public Response decide(@PathParam("quoteId") String quoteId, QuoteJson.Decision decision) {
        if (decision == null || decision.decision() == null) {
            throw new Invalid("/decision", "must be APPROVE or REJECT");
        }
        if (decision.decision() == Verdict.REJECT) {
            reason("/comment", decision.comment());
        }
        return answer(Response.ok(), decide.handle(id(quoteId), decision));
    }

    /** Takes it back. */
    @POST
    @Path("{quoteId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.OPERATOR})
    public Response withdraw(@PathParam("quoteId") String quoteId, QuoteJson.Withdrawal why) {
        String reason = reason("/reason", why == null ? null : why.reason());
        return answer(Response.ok(), end.handle(id(quoteId), reason));
    }

    /** The customer said yes: one order, however often it is asked. */
    @POST
    @Path("{quoteId}/order")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.INTEGRATION, Roles.OPERATOR})
    public Response convert(@PathParam("quoteId") String quoteId) {
        ConvertQuote.Outcome outcome = convert.handle(id(quoteId));
        return Response.status(outcome.created() ? 201 : 200)
                .location(URI.create("/v1/orders/" + outcome.order().orderId()))
                .tag(ETags.of(outcome.order().version()))
                .entity(outcome.order())
                .build();
    }

    private static Response answer(Response.ResponseBuilder builder, QuoteJson.View quote) {
        return builder.tag(ETags.of(quote.version())).entity(quote).build();
    }

    private static String reason(String pointer, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_REASON) {
            throw new Invalid(pointer, "must have from 1 to " + LONGEST_REASON + " characters");
        }
        return text;
    }

    private static UUID id(String quoteId) {
        return IdText.inPath("quote", quoteId);
    }
}
