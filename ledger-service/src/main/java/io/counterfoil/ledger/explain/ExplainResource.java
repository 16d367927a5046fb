package io.counterfoil.ledger.explain;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The door behind every figure. */
@RequestScoped
@Path("/v1/explain")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.SUPPORT})
public class ExplainResource {

    @Inject
    Explanations explanations;

    @Inject
    Slices slices;

    /** The postings that a figure adds up; for what was recognised the slices, also behind an entry that sums many up. */
    @GET
    public ExplanationJson explain(
            @Context UriInfo asked, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        Figure figure = FigureOf.of(name -> asked.getQueryParameters().getFirst(name));
        int size = Page.size(limit);
        long offset = cursor == null ? 0 : Cursor.toLong(cursor);
        if (offset < 0) {
            throw new Invalid("?cursor", "is none of ours");
        }
        boolean bySlices = figure.kind() == Figure.Kind.RECOGNISED;
        List<ExplanationJson.Item> items =
                bySlices ? slices.items(figure, offset, size + 1) : explanations.items(figure, offset, size + 1);
        List<Money> amounts = bySlices ? slices.amounts(figure) : explanations.amounts(figure);
        boolean more = items.size() > size;
        return new ExplanationJson(
                figure.kind().name(),
                amounts,
                more ? items.subList(0, size) : items,
                more ? Cursor.of(offset + size) : null);
    }
}
