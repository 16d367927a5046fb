package io.counterfoil.order.mapping;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.order.mapping.MappingJson.Reference;
import io.counterfoil.order.mapping.MappingJson.Report;
import io.counterfoil.order.mapping.MappingJson.Row;
import io.counterfoil.order.revision.Revisions.Proposal;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Proposes many mappings at once, each as if it came alone; a wrong one is reported and stands in nobody's way. */
@UseCase
class ImportMappings {

    private final MappingProposals proposals;

    @Inject
    ImportMappings(MappingProposals proposals) {
        this.proposals = proposals;
    }

    Report handle(List<Row> rows) {
        List<Reference> proposed = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int unchanged = 0;
        int refused = 0;
        for (int i = 0; i < rows.size(); i++) {
            try {
                Proposal<ProductMapping> outcome =
                        proposals.propose(rows.get(i).key(), rows.get(i).target());
                if (outcome.proposed()) {
                    proposed.add(Reference.of(outcome.newest()));
                } else {
                    unchanged++;
                }
            } catch (Refusal wrong) {
                refused++;
                for (FieldError error : wrong.errors()) {
                    errors.add(new FieldError("/mappings/" + i + error.pointer(), error.detail()));
                }
            }
        }
        return new Report(proposed.size(), unchanged, refused, proposed, errors);
    }
}
