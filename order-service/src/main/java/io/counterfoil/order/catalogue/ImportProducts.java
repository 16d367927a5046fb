package io.counterfoil.order.catalogue;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.order.Code;
import io.counterfoil.order.catalogue.ProductJson.Reference;
import io.counterfoil.order.catalogue.ProductJson.Report;
import io.counterfoil.order.catalogue.ProductJson.Row;
import io.counterfoil.order.revision.Revisions.Proposal;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Proposes many products at once, each as if it came alone; a wrong one is reported and stands in nobody's way. */
@UseCase
class ImportProducts {

    private final ProductProposals proposed;

    @Inject
    ImportProducts(ProductProposals proposed) {
        this.proposed = proposed;
    }

    Report handle(List<Row> rows) {
        List<Reference> proposals = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int unchanged = 0;
        int refused = 0;
        for (int i = 0; i < rows.size(); i++) {
            try {
                Proposal<ProductVersion> outcome = taken(rows.get(i));
                if (outcome.proposed()) {
                    proposals.add(new Reference(
                            outcome.newest().productId(),
                            outcome.newest().revision().version()));
                } else {
                    unchanged++;
                }
            } catch (Refusal wrong) {
                refused++;
                errors.addAll(named("/products/" + i, wrong));
            }
        }
        return new Report(proposals.size(), unchanged, refused, proposals, errors);
    }

    /** A newer version is meant, whatever the one before. */
    private Proposal<ProductVersion> taken(Row row) {
        Code.require("productId", row.productId());
        if (row.terms() == null) {
            throw new Invalid("/terms", "is required");
        }
        return proposed.propose(row.productId(), row.terms(), "*");
    }

    private static List<FieldError> named(String at, Refusal wrong) {
        return wrong.errors().isEmpty()
                ? List.of(new FieldError(at, wrong.getMessage()))
                : wrong.errors().stream()
                        .map(error -> new FieldError(
                                at + (error.pointer().startsWith("/productId") ? "" : "/terms") + error.pointer(),
                                error.detail()))
                        .toList();
    }
}
