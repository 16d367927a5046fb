package io.counterfoil.order.mapping;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.mapping.MappingJson.Reference;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Approves many versions, all of them or none. */
@UseCase
class ApproveMappings {

    private final DecideMapping decide;

    @Inject
    ApproveMappings(DecideMapping decide) {
        this.decide = decide;
    }

    /** In one order, so that two who approve the same wait for each other only once. */
    List<ProductMapping> handle(List<Reference> references) {
        return references.stream()
                .sorted(Comparator.comparing(one -> one.key().toString()))
                .map(one -> decide.handle(one.key(), true, "\"" + one.version() + "\""))
                .toList();
    }
}
