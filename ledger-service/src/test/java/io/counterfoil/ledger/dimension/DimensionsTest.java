package io.counterfoil.ledger.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of dimensions that are listed, each for its time. */
class DimensionsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUL_1 = LocalDate.of(2026, 7, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");

    @BeforeEach
    void beginning_of_the_year() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @Test
    void without_a_list_any_value_is_taken() {
        ledger.take(in("ANYWHERE", JAN_1));

        assertThat(ledger.openExceptions()).isEmpty();
    }

    @Test
    void an_event_with_a_value_that_is_not_listed_is_parked_until_it_is() {
        publish(null, DimensionJson.UnknownValues.PARK, value("EMEA", null, JUL_1));
        ledger.take(in("EMEA", JAN_1), in("AMER", JAN_1), in("EMEA", JUL_1));
        assertThat(ledger.openExceptions()).containsExactly("unknown-dimension-value", "unknown-dimension-value");

        publish("\"1\"", DimensionJson.UnknownValues.ACCEPT, value("EMEA", null, JUL_1));
        ledger.take(in("AMER", JAN_1));

        assertThat(ledger.openExceptions()).hasSize(2);
        assertThat(ledger.balances(null).get("Services revenue").amount()).isEqualTo("2.00");
    }

    @Test
    void a_list_changes_only_for_whoever_knows_the_one_that_holds() {
        publish(null, DimensionJson.UnknownValues.PARK, value("EMEA", null, null));
        publish(null, DimensionJson.UnknownValues.PARK, value("EMEA", null, null));

        assertThatThrownBy(() -> publish(null, DimensionJson.UnknownValues.PARK, value("AMER", null, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.status()).isEqualTo(428));
        assertThat(ledger.get(Dimensions.class).of("US01")).hasSize(1);
    }

    private Envelope in(String region, LocalDate day) {
        BillingFacts.Invoice invoice = billing.invoice(day).atOnce("1.00");
        ((ObjectNode) invoice.lines().get(0)).putObject("dimensions").put("region", region);
        return invoice.issued();
    }

    private static DimensionJson.Value value(String code, LocalDate from, LocalDate to) {
        return new DimensionJson.Value(code, code, from, to);
    }

    private void publish(String ifMatch, DimensionJson.UnknownValues unknown, DimensionJson.Value value) {
        PublishDimension use = ledger.get(PublishDimension.class);
        ledger.postgres()
                .transactions()
                .fresh(() -> use.handle(
                        "US01", "region", new DimensionJson.Request(unknown, List.of(value)), ifMatch, "accountant"));
    }
}
