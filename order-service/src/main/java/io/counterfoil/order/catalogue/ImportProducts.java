package io.counterfoil.order.catalogue;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.order.Code;
import io.counterfoil.order.catalogue.ProductJson.Reference;
import io.counterfoil.order.catalogue.ProductJson.Report;
import io.counterfoil.order.catalogue.ProductJson.Row;
import io.counterfoil.order.revision.Proposed;
import io.counterfoil.order.revision.Revisions.Proposal;
import jakarta.inject.Inject;
import java.util.List;

/** Proposes many products at once, each as if it came alone; a wrong one is reported and stands in nobody's way. */
@UseCase
class ImportProducts {

    private final ProductProposals proposals;

    @Inject
    ImportProducts(ProductProposals proposals) {
        this.proposals = proposals;
    }

    Report handle(List<Row> rows) {
        Proposed<ProductVersion> proposed = Proposed.of(rows, this::taken, ImportProducts::pointer);
        return new Report(
                proposed.versions().size(),
                proposed.unchanged(),
                proposed.refused(),
                proposed.versions().stream()
                        .map(one ->
                                new Reference(one.productId(), one.revision().version()))
                        .toList(),
                proposed.errors());
    }

    /** A newer version is meant, whatever the one before. */
    private Proposal<ProductVersion> taken(Row row) {
        Code.require("productId", row.productId());
        if (row.terms() == null) {
            throw new Invalid("/terms", "is required");
        }
        return proposals.propose(row.productId(), row.terms(), "*");
    }

    private static String pointer(int row, String field) {
        boolean ofRow = field.isEmpty() || field.equals("/terms") || field.startsWith("/productId");
        return "/products/" + row + (ofRow ? "" : "/terms") + field;
    }
}
