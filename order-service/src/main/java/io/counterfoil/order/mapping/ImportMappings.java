package io.counterfoil.order.mapping;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.mapping.MappingJson.Reference;
import io.counterfoil.order.mapping.MappingJson.Report;
import io.counterfoil.order.mapping.MappingJson.Row;
import io.counterfoil.order.revision.Proposed;
import jakarta.inject.Inject;
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
        Proposed<ProductMapping> proposed = Proposed.of(
                rows, row -> proposals.propose(row.key(), row.target()), (row, field) -> "/mappings/" + row + field);
        return new Report(
                proposed.versions().size(),
                proposed.unchanged(),
                proposed.refused(),
                proposed.versions().stream().map(Reference::of).toList(),
                proposed.errors());
    }
}
