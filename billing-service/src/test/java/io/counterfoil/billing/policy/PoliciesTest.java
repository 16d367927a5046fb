package io.counterfoil.billing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.legalentity.UnknownLegalEntity;
import io.counterfoil.billing.policy.PolicyJson.Publication;
import io.counterfoil.billing.policy.Scope.Level;
import io.counterfoil.billing.policy.Scope.Place;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PoliciesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final UUID CONTRACT = UUID.fromString("0190a1b2-0003-7000-8000-000000000001");
    private static final Scope SCOPE = new Scope("US01", CONTRACT, Scope.chargeKey("gold", "seat"));

    private final BillingHouse house = new BillingHouse().furnished();
    private final Policies policies = house.beans.get(Policies.class);

    @ParameterizedTest
    @EnumSource
    void every_policy_has_a_legal_default(PolicyName policy) {
        PolicyValue value = policies.value(policy, SCOPE, DAY);
        assertThat(value.origin()).isEqualTo("DEFAULT");
        assertThat(policy.legal().allow(value.value())).isTrue();
    }

    /** A choice that nobody asks for would be published in vain. */
    @Test
    void every_policy_is_asked_for_by_somebody() throws Exception {
        Path root = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
        Path home = Files.exists(root.resolve("billing-service")) ? root.resolve("billing-service") : Path.of("");
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(home.resolve("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        assertThat(PolicyName.values()).allMatch(policy -> sources.indexOf("PolicyName." + policy.name()) >= 0);
    }

    @Test
    void the_charge_goes_before_the_contract_and_that_before_the_legal_entity() {
        publish("credit.mode", Level.LEGAL_ENTITY, "US01", "CREDIT_MEMO", "2026-01-01", null);
        assertThat(reference()).isEqualTo("CREDIT_MEMO@LEGAL_ENTITY/US01/1");
        publish("credit.mode", Level.CONTRACT, CONTRACT.toString(), "ACCOUNT_CREDIT", "2026-01-01", null);
        assertThat(reference()).isEqualTo("ACCOUNT_CREDIT@CONTRACT/" + CONTRACT + "/1");
        publish("credit.mode", Level.CHARGE, "gold:seat", "CREDIT_MEMO", "2026-01-01", null);
        assertThat(reference()).isEqualTo("CREDIT_MEMO@CHARGE/gold:seat/1");
        assertThat(policies.value(PolicyName.CREDIT_MODE, Scope.of("JP01"), DAY).origin())
                .isEqualTo("DEFAULT");
    }

    @Test
    void a_version_holds_while_it_is_valid_and_the_newest_valid_one_wins() {
        publish("usage.lookBack", Level.LEGAL_ENTITY, "US01", "3", "2026-01-01", null);
        publish("usage.lookBack", Level.LEGAL_ENTITY, "US01", "5", "2026-03-01", "2026-04-01");
        PolicyBook book = policies.book(List.of(SCOPE));
        assertThat(lookBack(book, "2025-12-31")).isEqualTo(2);
        assertThat(lookBack(book, "2026-02-28")).isEqualTo(3);
        assertThat(lookBack(book, "2026-03-01")).isEqualTo(5);
        assertThat(lookBack(book, "2026-04-01")).isEqualTo(3);
    }

    @Test
    void saying_the_same_again_publishes_nothing() {
        publish("void.mode", Level.LEGAL_ENTITY, "US01", "CREDIT_NOTE", "2026-01-01", null);
        assertThat(publish("void.mode", Level.LEGAL_ENTITY, "US01", "CREDIT_NOTE", "2026-01-01", null))
                .isEqualTo(1);
        assertThat(publish("void.mode", Level.LEGAL_ENTITY, "US01", "VOID", "2026-01-01", null))
                .isEqualTo(2);
    }

    @Test
    void a_document_names_the_versions_that_it_used() {
        publish("tax.rounding", Level.LEGAL_ENTITY, "US01", "LINE", "2026-01-01", null);
        assertThat(policies.book(List.of(SCOPE))
                        .versions(SCOPE, DAY, PolicyName.TAX_ROUNDING, PolicyName.TAX_INCLUSIVE))
                .isEqualTo(Map.of("tax.rounding", "LINE@LEGAL_ENTITY/US01/1", "tax.inclusive", "NET_FIRST@DEFAULT"));
    }

    @Test
    void an_amount_is_in_the_currency_of_the_document() {
        publish("payment.tolerance", Level.LEGAL_ENTITY, "US01", "2.50", "2026-01-01", null);
        PolicyValue tolerance = policies.value(PolicyName.PAYMENT_TOLERANCE, SCOPE, DAY);
        assertThat(tolerance.amount("USD").amount()).isEqualTo("2.50");
        assertThat(tolerance.amount("JPY").amount()).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({
        "HUF, 18679.49, 18679.00",
        "HUF, -0.50, -1.00",
        "CHF, 1.025, 1.05",
        "CHF, 1.02, 1.00",
        "NOK, 801.78, 801.78"
    })
    void an_amount_is_rounded_to_the_step_of_its_currency(String currency, BigDecimal amount, String rounded) {
        publish("rounding.payable", Level.LEGAL_ENTITY, "US01", "HUF 1, CHF 0.05", "2026-01-01", null);
        PolicyValue steps = policies.value(PolicyName.ROUNDING_PAYABLE, SCOPE, DAY);
        assertThat(steps.rounded(Rounding.toMinorUnits(amount, currency)).amount())
                .isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "rounding.tax, LEGAL_ENTITY, US01, HUF",
        "rounding.tax, LEGAL_ENTITY, US01, HUF 0",
        "rounding.tax, LEGAL_ENTITY, US01, JPY 0.5",
        "rounding.tax, LEGAL_ENTITY, US01, XXY 1",
        "credit.mode, LEGAL_ENTITY, US01, MAYBE",
        "usage.lookBack, LEGAL_ENTITY, US01, 25",
        "usage.lookBack, LEGAL_ENTITY, US01, -1",
        "payment.tolerance, LEGAL_ENTITY, US01, -1.00",
        "credit.mode, CONTRACT, first, CREDIT_MEMO",
        "credit.mode, CHARGE, seat, CREDIT_MEMO"
    })
    void what_is_not_legal_is_refused(String policy, Level level, String key, String value) {
        assertThatThrownBy(() -> publish(policy, level, key, value, "2026-01-01", null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void nobody_invents_a_policy_or_an_entity() {
        assertThatThrownBy(() -> publish("no.such", Level.LEGAL_ENTITY, "US01", "VOID", "2026-01-01", null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> publish("void.mode", Level.LEGAL_ENTITY, "XX99", "VOID", "2026-01-01", null))
                .isInstanceOf(UnknownLegalEntity.class);
    }

    private String reference() {
        return policies.value(PolicyName.CREDIT_MODE, SCOPE, DAY).reference();
    }

    private static int lookBack(PolicyBook book, String day) {
        return book.value(PolicyName.USAGE_LOOK_BACK, SCOPE, LocalDate.parse(day))
                .number();
    }

    private int publish(String policy, Level level, String key, String value, String from, String to) {
        return house.inTransaction(() -> house.beans
                .get(PublishPolicy.class)
                .handle(
                        policy,
                        new Place(level, key),
                        new Publication(value, LocalDate.parse(from), to == null ? null : LocalDate.parse(to)))
                .version());
    }
}
