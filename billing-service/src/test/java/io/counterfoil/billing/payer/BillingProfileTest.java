package io.counterfoil.billing.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.payer.BillingProfileResource.Wanted;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.ETags;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BillingProfileTest {
    private final BillingHouse house = new BillingHouse();
    private final UUID parent = EventIds.next();
    private final UUID child = EventIds.next();

    @Test
    void who_has_no_profile_pays_itself() {
        Payers payers = house.beans.get(Payers.class);
        assertThat(payers.profile(child).paysItself()).isTrue();
        assertThat(payers.of(List.of(child, parent))).isEmpty();
        name(child, parent, null);
        name(parent, null, "LARGE");
        assertThat(payers.of(List.of(child, parent))).isEqualTo(Map.of(child, parent));
    }

    @Test
    void saying_the_same_again_changes_nothing_and_a_stale_change_is_refused() {
        assertThat(name(child, parent, null).version()).isEqualTo(1);
        assertThat(name(child, parent, null).version()).isEqualTo(1);
        assertThatThrownBy(() -> house.inTransaction(() ->
                        house.beans.get(NameBillingProfile.class).handle(child, new Wanted(null, null, null), "\"0\"")))
                .isInstanceOf(ETags.Stale.class);
    }

    @Test
    void a_payer_is_paid_for_by_nobody() {
        UUID third = EventIds.next();
        name(child, parent, null);
        assertThatThrownBy(() -> name(third, child, null)).isInstanceOf(PayerIsPaidFor.class);
        assertThatThrownBy(() -> name(parent, third, null)).isInstanceOf(PayerIsPaidFor.class);
    }

    private BillingProfile name(UUID customer, UUID payer, String segment) {
        return house.inTransaction(() ->
                house.beans.get(NameBillingProfile.class).handle(customer, new Wanted(payer, segment, null), null));
    }
}
