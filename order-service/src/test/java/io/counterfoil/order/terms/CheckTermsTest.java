package io.counterfoil.order.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.order.pricebook.PriceScope;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every rule, against a real catalogue, real price books and real legal entities. */
class CheckTermsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final TestBeans BEANS = TestBeans.on(POSTGRES);
    private static final LocalDate TODAY = BEANS.get(BusinessClock.class).today(ZoneId.of("America/New_York"));

    private final CheckTerms check = BEANS.get(CheckTerms.class);

    @BeforeAll
    static void reference_data() {
        for (String statement :
                """
                insert into legal_entity values ('US01', 'US', 'US', 'USD', 'America/New_York', 1), ('DE01', 'DE', 'DE', 'EUR', 'Europe/Berlin', 1);
                insert into product_version (product_id, version, name, plan_id, price_period, revenue_treatment, tax_category_code,
                                             standalone_prices, components, valid_from, valid_to, state, proposed_by, proposed_at,
                                             decided_by, decided_at) values
                  ('PLATFORM', 1, 'Platform, once', 'platform-old', 'YEAR', 'OVER_TIME_DAILY', 'S', '[]', '[]', '2019-01-01', null,
                   'APPROVED', 'maker', now(), 'checker', now()),
                  ('PLATFORM', 2, 'Platform', 'platform-annual', 'YEAR', 'OVER_TIME_DAILY', 'S',
                   '[{"currency":"USD","unitPrice":"1250"},{"currency":"EUR","unitPrice":"1100"}]', '[]', '2020-01-01', null,
                   'APPROVED', 'maker', now(), 'checker', now()),
                  ('PLATFORM', 3, 'Platform, one day', 'platform-new', 'YEAR', 'OVER_TIME_DAILY', 'S', '[]', '[]', '2190-01-01', null,
                   'APPROVED', 'maker', now(), 'checker', now()),
                  ('SETUP', 1, 'Set-up', 'setup-once', 'ONCE', 'POINT_IN_TIME', 'S', '[]', '[]', '2020-01-01', null,
                   'APPROVED', 'maker', now(), 'checker', now()),
                  ('SUPPORT', 1, 'Support', 'support-annual', 'YEAR', 'OVER_TIME_DAILY', 'S', '[{"currency":"USD","unitPrice":"250"}]',
                   '[]', '2020-01-01', null, 'APPROVED', 'maker', now(), 'checker', now()),
                  ('GONE', 1, 'Gone', 'gone', 'ONCE', 'POINT_IN_TIME', 'S', '[]', '[]', '2020-01-01', '2021-01-01',
                   'APPROVED', 'maker', now(), 'checker', now()),
                  ('STARTER', 1, 'Starter', null, 'YEAR', null, null, '[{"currency":"USD","unitPrice":"1900"}]',
                   '[{"productId":"PLATFORM","quantity":1},{"productId":"SUPPORT","quantity":3}]', '2020-01-01', null,
                   'APPROVED', 'maker', now(), 'checker', now());
                insert into product_version (product_id, version, name, plan_id, price_period, revenue_treatment, tax_category_code,
                                             valid_from, state, proposed_by, proposed_at)
                  values ('WANTED', 1, 'Wanted', 'wanted', 'ONCE', 'POINT_IN_TIME', 'S', '2020-01-01', 'PROPOSED', 'maker', now());
                insert into product_mapping_version (system, external_code, version, product_id, valid_from, state, proposed_by,
                                                     proposed_at, decided_by, decided_at)
                  values ('salesforce', 'LS-PLATFORM', 1, 'PLATFORM', '2020-01-01', 'APPROVED', 'maker', now(), 'checker', now());
                insert into price_book values ('list', 'all', null, now(), 1), ('german', 'DE01', 'DE01', now(), 1);
                insert into price_entry values ('list', 'PLATFORM', 'USD', 1200, 0.1), ('list', 'PLATFORM', 'EUR', 1000, 0),
                  ('list', 'SETUP', 'USD', 500, 1), ('list', 'STARTER', 'USD', 1900, 0.1), ('list', 'STARTER', 'EUR', 1700, 0.1),
                  ('german', 'PLATFORM', 'EUR', 1100, 0);
                """
                        .split(";")) {
            if (!statement.isBlank()) {
                POSTGRES.database().update(statement);
            }
        }
    }

    private static LineTerms line(String code, String price) {
        return new LineTerms(code, Quantity.of("1"), UnitPrice.of(price), null);
    }

    private static OrderTerms terms(String entity, String currency, LineTerms... lines) {
        return new OrderTerms(entity, currency, TODAY, 12, null, null, Arrays.asList(lines));
    }

    private void refused(OrderTerms asked, String system, Rule rule, String... pointers) {
        assertThatThrownBy(() -> check.check(asked, system))
                .isInstanceOfSatisfying(OrderNotAcceptable.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(rule.code());
                    assertThat(refusal.errors()).extracting("pointer").containsExactly((Object[]) pointers);
                });
    }

    @Test
    void what_holds_every_rule_gets_what_follows_from_its_products() {
        AcceptableOrder order =
                check.check(terms("US01", "USD", line("PLATFORM", "1200.00"), line("SETUP", "450")), null);
        assertThat(order.totalContractValue()).isEqualTo(Money.of("1650.00", "USD"));
        assertThat(order.orderDate()).isEqualTo(TODAY);
        assertThat(order.paymentTermsDays()).isEqualTo(30);
        AcceptableLine platform = order.lines().get(0);
        assertThat(platform.standaloneSellingPrice()).isEqualTo(Money.of("1250.00", "USD"));
        assertThat(platform.endDate()).isEqualTo(TODAY.plusMonths(12));
        AcceptableLine setup = order.lines().get(1);
        assertThat(setup.standalonePriceKnown()).isFalse();
        assertThat(setup.standaloneSellingPrice()).isEqualTo(Money.of("450.00", "USD"));
        assertThat(setup.endDate()).isNull();
    }

    @Test
    void another_systems_code_is_mapped_or_the_order_waits_for_a_mapping() {
        AcceptableOrder order = check.check(terms("US01", "USD", line("LS-PLATFORM", "1200")), "salesforce");
        assertThat(order.lines().get(0).offer().productId()).isEqualTo("PLATFORM");
        OrderTerms unmapped = terms("US01", "USD", line("LS-PLATFORM", "1200"), line("LS-NEW", "1"));
        refused(unmapped, "salesforce", Rule.PRODUCT_NOT_MAPPED, "/lines/1/productId");
        assertThatThrownBy(() -> check.check(unmapped, "salesforce"))
                .isInstanceOfSatisfying(OrderNotAcceptable.class, refusal -> {
                    assertThat(refusal.trouble()).isEqualTo(TroubleClass.MAPPING);
                    assertThat(refusal.trouble().owner()).isNotBlank();
                    assertThat(refusal.remedy()).contains("mapping");
                });
    }

    @Test
    void a_product_that_was_not_published_is_named() {
        refused(terms("US01", "USD", line("NOPE", "1")), null, Rule.PRODUCT_UNKNOWN, "/lines/0/productId");
    }

    @Test
    void a_product_is_what_was_approved_for_that_day() {
        refused(terms("US01", "USD", line("WANTED", "1")), null, Rule.PRODUCT_UNKNOWN, "/lines/0/productId");
        refused(terms("US01", "USD", line("GONE", "1")), null, Rule.PRODUCT_UNKNOWN, "/lines/0/productId");
        AcceptableOrder order = check.check(terms("US01", "USD", line("PLATFORM", "1200")), null);
        assertThat(order.lines().get(0).offer().planId()).isEqualTo("platform-annual");
    }

    @Test
    void a_bundle_becomes_its_parts_which_come_to_just_its_price() {
        AcceptableOrder order = check.check(terms("US01", "USD", line("STARTER", "1899.99")), null);
        assertThat(order.lines()).extracting(line -> line.offer().productId()).containsExactly("PLATFORM", "SUPPORT");
        assertThat(order.lines())
                .extracting(AcceptableLine::bundle)
                .containsOnly(new AcceptableLine.Bundle("STARTER", 0, Money.of("1900.00", "USD")));
        assertThat(order.lines().get(1).quantity()).isEqualTo(Quantity.of("3"));
        assertThat(order.lines().get(0).unitPrice()).isEqualTo(UnitPrice.of("1187.49"));
        assertThat(order.totalContractValue()).isEqualTo(Money.of("1899.99", "USD"));
    }

    @Test
    void a_bundle_is_priced_as_one_and_needs_to_know_what_its_parts_cost_alone() {
        refused(terms("US01", "USD", line("STARTER", "1000")), null, Rule.PRICE_OUT_OF_TOLERANCE, "/lines/0/unitPrice");
        refused(terms("US01", "EUR", line("STARTER", "1700")), null, Rule.BUNDLE_NOT_PRICED, "/lines/0/productId");
    }

    @Test
    void a_price_stays_within_the_tolerance_of_the_price_book() {
        assertThat(check.check(terms("US01", "USD", line("PLATFORM", "1080")), null)
                        .lines())
                .hasSize(1);
        refused(
                terms("US01", "USD", line("PLATFORM", "1079.99")),
                null,
                Rule.PRICE_OUT_OF_TOLERANCE,
                "/lines/0/unitPrice");
        refused(
                terms("US01", "USD", line("PLATFORM", "1320.01")),
                null,
                Rule.PRICE_OUT_OF_TOLERANCE,
                "/lines/0/unitPrice");
    }

    @Test
    void a_legal_entitys_own_book_is_asked_before_the_one_for_all() {
        assertThat(check.check(terms("DE01", "EUR", line("PLATFORM", "1100")), null)
                        .lines())
                .hasSize(1);
        refused(
                terms("DE01", "EUR", line("PLATFORM", "1000")),
                null,
                Rule.PRICE_OUT_OF_TOLERANCE,
                "/lines/0/unitPrice");
        assertThat(check.check(terms("US01", "EUR", line("PLATFORM", "1000")), null)
                        .lines())
                .hasSize(1);
    }

    @Test
    void a_product_that_has_no_price_in_the_currency_is_named() {
        refused(terms("US01", "EUR", line("SETUP", "500")), null, Rule.PRICE_NOT_LISTED, "/lines/0/unitPrice");
    }

    @Test
    void a_legal_entity_sells_in_its_own_currency_and_in_those_that_its_price_books_have() {
        refused(
                terms("US01", "SEK", line("PLATFORM", "1200"), line("SETUP", "500")),
                null,
                Rule.CURRENCY_NOT_SOLD,
                "/currency");
        refused(terms("US01", "EUR", line("SETUP", "500")), null, Rule.PRICE_NOT_LISTED, "/lines/0/unitPrice");
        POSTGRES.database()
                .update("insert into legal_entity values ('SE01', 'SE', 'SE', 'SEK', 'Europe/Stockholm', 1)");
        refused(terms("SE01", "SEK", line("PLATFORM", "1200")), null, Rule.PRICE_NOT_LISTED, "/lines/0/unitPrice");
    }

    /** The last price book in a currency may end between the approval of a quote and its acceptance. */
    @Test
    void what_was_agreed_stands_also_when_its_currency_is_sold_no_longer() {
        OrderTerms agreed = terms("US01", "SEK", line("PLATFORM", "11000.00"));
        assertThat(check.check(agreed, null, PriceAuthority.AGREED).order().totalContractValue())
                .isEqualTo(Money.of("11000.00", "SEK"));
        assertThatThrownBy(() -> check.check(agreed, null, PriceAuthority.QUOTED))
                .isInstanceOf(OrderNotAcceptable.class);
    }

    @Test
    void a_change_is_held_against_the_books_that_spoke_for_the_order() {
        POSTGRES.database().update("insert into price_book values ('shop', 'shop', 'US01', now(), 1)");
        POSTGRES.database().update("update price_book set channel = 'shop' where price_book_id = 'shop'");
        POSTGRES.database().update("insert into price_entry values ('shop', 'PLATFORM', 'USD', 900, 0)");
        PriceScope shop = new PriceScope("US01", null, null, "shop");
        OrderTerms asked =
                new OrderTerms("US01", "USD", TODAY, 12, null, null, List.of(line("PLATFORM", "900")), shop, null);
        assertThat(check.check(asked, null).scope()).isEqualTo(shop);
        check.requirePrice(shop, "PLATFORM", "USD", UnitPrice.of("900"));
        assertThatThrownBy(() -> check.requirePrice(PriceScope.of("US01"), "PLATFORM", "USD", UnitPrice.of("900")))
                .isInstanceOf(OrderNotAcceptable.class);
        assertThatThrownBy(() -> check.requirePrice(shop, "PLATFORM", "USD", UnitPrice.of("1200")))
                .isInstanceOf(OrderNotAcceptable.class);
    }

    @Test
    void legal_entity_and_currency_must_be_known() {
        refused(terms("XX01", "USD", line("PLATFORM", "1200")), null, Rule.LEGAL_ENTITY_UNKNOWN, "/legalEntityId");
        refused(
                terms(null, null, line("PLATFORM", "1200")),
                null,
                Rule.LEGAL_ENTITY_UNKNOWN,
                "/legalEntityId",
                "/currency");
        refused(terms("US01", "XXX", line("PLATFORM", "1200")), null, Rule.CURRENCY_UNKNOWN, "/currency");
    }

    @Test
    void an_order_that_is_worth_nothing_is_none() {
        refused(terms("US01", "USD", line("SETUP", "0")), null, Rule.NOTHING_ORDERED, "/lines");
    }

    @Test
    void all_broken_rules_are_named_at_once() {
        OrderTerms asked = new OrderTerms("XX01", "USD", null, 0, null, null, List.of(line("NOPE", "1")));
        refused(
                asked,
                null,
                Rule.LEGAL_ENTITY_UNKNOWN,
                "/legalEntityId",
                "/startDate",
                "/termMonths",
                "/lines/0/productId");
    }
}
