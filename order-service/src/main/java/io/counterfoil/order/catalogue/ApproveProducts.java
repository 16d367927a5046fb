package io.counterfoil.order.catalogue;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.catalogue.ProductJson.Reference;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Approves many versions, all of them or none. */
@UseCase
class ApproveProducts {

    private final DecideProduct decide;

    @Inject
    ApproveProducts(DecideProduct decide) {
        this.decide = decide;
    }

    /** In one order, so that two who approve the same wait for each other only once. */
    List<ProductVersion> handle(List<Reference> references) {
        return references.stream()
                .sorted(Comparator.comparing(Reference::productId))
                .map(one -> decide.handle(one.productId(), true, "\"" + one.version() + "\""))
                .toList();
    }
}
