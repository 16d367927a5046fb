package io.counterfoil.billing.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.legalentity.UnknownLegalEntity;
import io.counterfoil.billing.numbering.NumberSeriesResource.Publication;
import io.counterfoil.common.http.Invalid;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PublishNumberSeriesTest {
    private final BillingHouse house = new BillingHouse().furnished();

    @Test
    void a_series_can_change_until_it_has_given_out_a_number() {
        assertThat(publish("US01", null, 4).version()).isEqualTo(2);
        assertThat(publish("US01", null, 4).version()).isEqualTo(2);
        house.inTransaction(() -> {
            house.beans.get(Numbers.class).take("US01", "INV", LocalDate.parse("2026-01-01"), 1);
        });
        assertThat(publish("US01", null, 4).version()).isEqualTo(2);
        assertThatThrownBy(() -> publish("US01", null, 1)).isInstanceOf(NumberSeriesInUse.class);
    }

    @Test
    void it_belongs_to_a_legal_entity_that_we_know_and_numbers_it_by_year() {
        assertThatThrownBy(() -> publish("XX99", null, null)).isInstanceOf(UnknownLegalEntity.class);
        assertThatThrownBy(() -> publish("US01", "{number}", null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> publish("US01", null, 13)).isInstanceOf(Invalid.class);
    }

    @Test
    void credit_memos_have_numbers_of_their_own() {
        NumberSeries memos = house.inTransaction(() ->
                house.beans.get(PublishNumberSeries.class).handle("US01", "CM", new Publication(null, null, null)));
        assertThat(memos.documentTypeCode()).isEqualTo("381");
        assertThat(memos.format(2026, 1)).isEqualTo("US01-CM-2026-000001");
        assertThatThrownBy(() -> house.inTransaction(() -> house.beans
                        .get(PublishNumberSeries.class)
                        .handle("US01", "XX", new Publication(null, null, null))))
                .isInstanceOf(Invalid.class);
    }

    private NumberSeries publish(String entity, String pattern, Integer month) {
        return house.inTransaction(() -> house.beans
                .get(PublishNumberSeries.class)
                .handle(entity, "INV", new Publication(null, pattern, month)));
    }
}
