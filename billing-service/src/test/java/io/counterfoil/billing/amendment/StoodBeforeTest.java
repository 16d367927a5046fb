package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.timeline.ChangeKind;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is to be restored when a change is taken back. */
class StoodBeforeTest {

    @Test
    void a_change_says_how_it_stood_on_its_day_by_all_that_is_known() {
        LifeHouse life = new LifeHouse("2012-05-01");
        UUID subscription = life.subscribe("platform-monthly", "10.00", Map.of("quantity", "10"));
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "15", "effectiveDate", "2012-07-01"));
        UUID later = life.change(
                        subscription, ChangeKind.QUANTITY, Map.of("quantity", "20", "effectiveDate", "2012-08-01"))
                .changeId();
        assertThat(stood(life, subscription, later)).isEqualTo("15");
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "12", "effectiveDate", "2012-07-15"));
        assertThat(stood(life, subscription, later)).as("agreed afterwards").isEqualTo("12");
        life.at("2012-09-01");
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "12", "effectiveDate", "2012-08-01"));
        assertThat(stood(life, subscription, later))
                .as("its opposite is no part of it")
                .isEqualTo("12");
    }

    private static String stood(LifeHouse life, UUID subscription, UUID change) {
        return life.history(subscription).items().stream()
                .filter(one -> one.changeId().equals(change))
                .findFirst()
                .orElseThrow()
                .before()
                .quantity();
    }
}
