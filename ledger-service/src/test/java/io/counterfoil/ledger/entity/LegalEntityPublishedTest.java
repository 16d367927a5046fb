package io.counterfoil.ledger.entity;

import io.counterfoil.common.testing.GoldenExample;
import org.junit.jupiter.api.Test;

class LegalEntityPublishedTest {

    @Test
    void writes_its_golden_example() {
        GoldenExample.of("legal-entity-published.v1")
                .assertProduces(new LegalEntityPublished(
                        "US01",
                        "Counterfoil Sample Inc.",
                        "US",
                        "USD",
                        "America/Los_Angeles",
                        1,
                        new LegalEntityJson.TaxRegistration("EIN", "US", "00-0000001"),
                        new LegalEntityJson.Address("1 Sample Street", null, "San Francisco", "CA", "94105", "US")));
    }
}
