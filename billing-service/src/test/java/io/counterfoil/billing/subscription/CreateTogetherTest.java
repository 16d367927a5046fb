package io.counterfoil.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.billing.subscription.SubscriptionJson.Created;
import io.counterfoil.billing.subscription.SubscriptionJson.Wanted;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.together.Asked;
import io.counterfoil.common.trace.Correlation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What several clients want at the same moment is what each would have got alone. */
class CreateTogetherTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final CreateTogether together = house.beans.get(CreateTogether.class);
    private final CreateSubscriptions create = house.beans.get(CreateSubscriptions.class);

    @Test
    void each_gets_its_subscription_and_an_invoice_with_the_next_number() {
        List<Created> created = set(IntStream.range(0, 30)
                .mapToObj(i -> asked("customer-" + i, UUID.randomUUID(), "3", ""))
                .toList());
        assertThat(created)
                .extracting(one -> one.invoice().invoiceNumber())
                .isEqualTo(IntStream.rangeClosed(1, 30)
                        .mapToObj("US01-2026-%06d"::formatted)
                        .toList());
        assertThat(created)
                .extracting(one -> one.invoice().payableAmount().amount())
                .containsOnly("32.48");
        assertThat(created)
                .extracting(one -> one.subscription().subscriptionNumber())
                .doesNotHaveDuplicates();
        assertThat(house.told()).hasSize(60);
    }

    @Test
    void each_belongs_to_the_business_transaction_of_its_own_client() {
        set(List.of(asked("one", UUID.randomUUID(), "1", ""), asked("other", UUID.randomUUID(), "2", "")));
        assertThat(house.database
                        .query("select correlation_id, actor, split_part(type, '.', 4) t from outbox order by seq")
                        .list(row -> row.text("correlation_id") + " " + row.text("actor") + " " + row.text("t")))
                .containsExactlyInAnyOrder(
                        "one client-one subscription",
                        "one client-one invoice",
                        "other client-other subscription",
                        "other client-other invoice");
        assertThat(house.database.query("select correlation_id from agreement").list(row -> row.text("correlation_id")))
                .containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void money_that_waited_is_applied_in_the_name_and_trace_of_the_client_whose_invoice_it_pays() {
        UUID customer = UUID.randomUUID();
        house.inTransaction(() -> house.beans
                .get(Payments.class)
                .record(new Receipt(
                        "stripe",
                        "pi_1",
                        "evt_1",
                        Money.of("10.83", "USD"),
                        null,
                        customer,
                        null,
                        null,
                        Instant.parse("2026-01-15T18:30:00Z"))));
        set(List.of(
                asked("one", UUID.randomUUID(), "1", ""),
                asked("other", customer, "1", ""),
                asked("third", UUID.randomUUID(), "1", "")));
        assertThat(house.database
                        .query(
                                """
                                select correlation_id || ' ' || actor || ' ' || trace_parent t from outbox
                                 where type like '%payment.applied%' or type like '%invoice.paid%'
                                """)
                        .list(row -> row.text("t")))
                .hasSize(2)
                .containsOnly("other client-other " + trace("other"));
    }

    @Test
    void what_begins_later_has_no_invoice_yet() {
        List<Created> created = set(List.of(
                asked("now", UUID.randomUUID(), "1", ""),
                asked("later", UUID.randomUUID(), "1", ", \"startDate\": \"2026-03-01\"")));
        assertThat(created.get(0).invoice()).isNotNull();
        assertThat(created.get(1).invoice()).isNull();
    }

    @Test
    void what_would_go_on_one_invoice_is_asked_for_alone() {
        house.database.update(
                "insert into policy_value values ('invoice.grouping', 'LEGAL_ENTITY', 'US01', 1, 'CUSTOMER', '2020-01-01', null, 'test', now())");
        UUID customer = UUID.randomUUID();
        assertThatThrownBy(() -> set(List.of(asked("a", customer, "1", ""), asked("b", customer, "1", ""))))
                .isInstanceOf(CreateSubscriptions.NotOneForEach.class);
        assertThat(house.one("select count(*)::text v from invoice").toString()).isEqualTo("0");
    }

    @Test
    void who_joins_others_is_not_in_a_set() {
        assertThat(together.fits(asked("a", UUID.randomUUID(), "1", "").body())).isTrue();
        assertThat(together.fits(asked("a", UUID.randomUUID(), "1", ", \"agreementId\": \"" + UUID.randomUUID() + "\"")
                        .body()))
                .isFalse();
    }

    private List<Created> set(List<Asked<Wanted>> asked) {
        return house.inTransaction(() -> new ArrayList<>(create.handle(asked)));
    }

    private static Asked<Wanted> asked(String correlation, UUID customer, String quantity, String more) {
        String body =
                """
                {"customerId": "%s", "legalEntityId": "US01", "currency": "USD", "planId": "platform-monthly", "quantity": "%s",
                 "unitPrice": "10.00", "billTo": {"name": "Buyer", "address": {"country": "US", "region": "CA"}}%s}
                """
                        .formatted(customer, quantity, more);
        return new Asked<>(
                Json.read(body.getBytes(StandardCharsets.UTF_8), Wanted.class),
                new Correlation(correlation, null, "client-" + correlation),
                trace(correlation));
    }

    private static String trace(String correlation) {
        return "00-%032x-%016x-01".formatted(correlation.hashCode() & 0xffff | 1, 7);
    }
}
