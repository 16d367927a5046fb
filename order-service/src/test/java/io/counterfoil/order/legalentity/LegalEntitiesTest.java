package io.counterfoil.order.legalentity;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.common.testing.TestPostgres;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LegalEntitiesTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final LegalEntities entities = new LegalEntities(POSTGRES.database());

    @Test
    void keeps_what_the_ledgers_golden_example_says() {
        Envelope event =
                GoldenExample.from("/ledger", "legal-entity-published.v1").envelope();
        KeepLegalEntity keep = new KeepLegalEntity(entities);
        assertThat(keep.types()).contains(event.type());
        keep.handle(event);
        keep.handle(event);
        assertThat(entities.find("US01")).isPresent();
    }

    @Test
    void an_older_version_that_comes_late_changes_nothing() {
        entities.keep(new LegalEntityPublished("DE01", "new", "DE", "EUR", "Europe/Berlin", 2));
        entities.keep(new LegalEntityPublished("DE01", "old", "DE", "EUR", "UTC", 1));
        assertThat(entities.find("DE01")).contains(new LegalEntity("DE01", "new", "EUR", ZoneId.of("Europe/Berlin")));
    }

    @Test
    void what_was_not_published_is_not_known() {
        assertThat(entities.find("XX99")).isEmpty();
    }
}
