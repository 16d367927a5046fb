package io.counterfoil.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.legalentity.UnknownLegalEntity;
import io.counterfoil.billing.payment.PaymentJson.AccountJson;
import io.counterfoil.billing.payment.PaymentJson.GatewayPublication;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishGatewayAccountsTest {
    private static final AccountJson DOLLARS = new AccountJson("USD", "US01");

    private final BillingHouse house = new BillingHouse().furnished();

    @Test
    void the_accounts_of_a_gateway_are_published_as_a_whole() {
        assertThat(publish("stripe", null, DOLLARS).legalEntities()).isEqualTo(Map.of("USD", "US01"));
        assertThat(publish("stripe", null, DOLLARS).version()).isEqualTo(2);
        assertThat(publish("stripe", "\"2\"", DOLLARS, new AccountJson("JPY", "JP01"))
                        .version())
                .isEqualTo(3);
        assertThatThrownBy(() -> publish("stripe", "\"2\"", DOLLARS)).isInstanceOf(ETags.Stale.class);
    }

    @Test
    void what_is_wrong_is_refused() {
        assertThatThrownBy(() -> publish("paypal", null, DOLLARS)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> publish("stripe", null, DOLLARS, DOLLARS)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> publish("stripe", null, new AccountJson("XXZ", "US01")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> publish("stripe", null, new AccountJson("EUR", "XX99")))
                .isInstanceOf(UnknownLegalEntity.class);
    }

    private GatewayAccounts.Published publish(String gateway, String ifMatch, AccountJson... accounts) {
        return house.inTransaction(() -> house.beans
                .get(PublishGatewayAccounts.class)
                .handle(gateway, new GatewayPublication(List.of(accounts)), ifMatch));
    }
}
