package io.counterfoil.customer.onboarding;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The tasks of those who decide whom an outside account means. */
@RequestScoped
@Path("/v1/match-reviews")
@RolesAllowed({Roles.OPERATOR, Roles.SUPPORT, Roles.SALES, Roles.AUDITOR})
public class ReviewResource {

    @Inject
    Reviews reviews;

    @Inject
    CompareCandidates compare;

    @Inject
    DecideReview decide;

    @GET
    public Page<Review> list(
            @QueryParam("state") ReviewState state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return reviews.list(state == null ? null : state.name(), cursor, limit);
    }

    @GET
    @Path("{reviewId}")
    public Response one(@PathParam("reviewId") UUID reviewId) {
        Review review = reviews.get(reviewId);
        return Response.ok(new ReviewJson.SideBySide(review, compare.sides(review)))
                .tag(ETags.of(review.version()))
                .build();
    }

    @POST
    @Path("{reviewId}/decision")
    @Idempotent
    @RolesAllowed({Roles.OPERATOR, Roles.SUPPORT})
    public Review decide(@PathParam("reviewId") UUID reviewId, ReviewJson.Decision decision) {
        return decide.handle(reviewId, decision.verdict());
    }

    /** Where a task stands. */
    public enum ReviewState {
        OPEN,
        DECIDED
    }
}
