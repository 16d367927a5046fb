package io.counterfoil.customer.merging;

import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.customer.reference.ExternalReference;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergeFactsTest {

    private static final UUID MERGE = UUID.fromString("0190a1b2-00f0-7000-8000-000000000001");
    private static final UUID GONE = UUID.fromString("0190a1b2-0001-7000-8000-000000000002");
    private static final UUID SURVIVOR = UUID.fromString("0190a1b2-0001-7000-8000-000000000001");
    private static final List<ExternalReference> MOVED =
            List.of(new ExternalReference("salesforce", "001NW000000000002"));

    @Test
    void a_merge_is_told_as_the_example_says() {
        GoldenExample.of("customer-merged.v1")
                .assertProduces(new CustomerMerged(
                        MERGE, GONE, "C-000002", SURVIVOR, "C-000001", MOVED, "The same company under two accounts"));
    }

    @Test
    void its_undoing_is_told_as_the_example_says() {
        GoldenExample.of("customer-unmerged.v1")
                .assertProduces(new CustomerUnmerged(
                        MERGE, GONE, "C-000002", SURVIVOR, "C-000001", MOVED, "Two companies of one group"));
    }
}
