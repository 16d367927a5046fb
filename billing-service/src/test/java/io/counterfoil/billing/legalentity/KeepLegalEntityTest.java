package io.counterfoil.billing.legalentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.common.testing.GoldenExample;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeepLegalEntityTest {
    private final LegalEntities entities = new BillingHouse().beans.get(LegalEntities.class);
    private final KeepLegalEntity handler = new KeepLegalEntity(entities);

    @Test
    void what_the_ledger_publishes_is_kept_and_an_older_version_never_replaces_a_newer() {
        assertThatThrownBy(() -> entities.byId("US01")).isInstanceOf(UnknownLegalEntity.class);
        handler.handle(
                GoldenExample.from("/ledger", "legal-entity-published.v1").envelope());
        LegalEntity kept = entities.byId("US01");
        assertThat(kept.timeZone()).hasToString("America/Los_Angeles");
        assertThat(kept.dateAt(Instant.parse("2026-01-01T07:59:59Z"))).isEqualTo(LocalDate.parse("2025-12-31"));
        entities.keep(new LegalEntity("US01", "Older", "US", "USD", kept.timeZone(), null, null, 0));
        assertThat(entities.byId("US01").name()).isEqualTo(kept.name());
        entities.keep(new LegalEntity("US01", "Newer", "US", "USD", kept.timeZone(), null, null, 2));
        assertThat(entities.byId("US01").name()).isEqualTo("Newer");
    }
}
