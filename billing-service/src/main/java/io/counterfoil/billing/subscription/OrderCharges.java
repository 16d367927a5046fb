package io.counterfoil.billing.subscription;

import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.billing.rating.Timing;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Database.AsColumn;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The charges of all orders and when each falls due. */
@Dependent
class OrderCharges {

    private final Database database;
    private final DueAgreements due;

    @Inject
    OrderCharges(Database database, DueAgreements due) {
        this.database = database;
        this.due = due;
    }

    /** The charges of agreements that are new, and when each of these is billed first. */
    void begin(List<Account> accounts) {
        add(accounts.stream().flatMap(account -> account.charges().stream()).toList());
        due.begin(accounts);
    }

    /** Charges of agreements that may have others. */
    void addAll(List<OrderCharge> charges) {
        add(charges);
        follow(charges);
    }

    private void add(List<OrderCharge> charges) {
        database.append(
                "order_charge",
                """
                order_charge_id, change_id, agreement_id, subscription_id, legal_entity_id, line_id, line_number, product_id,
                description, plan_id, plan_version, charge_id, kind, pricing, quantity, unit_price, base_quantity,
                billing_period, timing, dialect, performance_obligation_id, revenue_treatment, tax_category, anchor,
                start_date, end_date, billed_through, next_due, billed_on, round, tariff
                """,
                charges.stream().map(OrderCharges::row).toList());
    }

    /** The charges of these agreements, in the order of their lines. */
    Map<UUID, List<OrderCharge>> of(Collection<UUID> agreementIds) {
        return database
                .query(
                        "select * from order_charge where agreement_id = any(?) order by line_number, charge_id",
                        agreementIds)
                .list(OrderCharges::read)
                .stream()
                .collect(Collectors.groupingBy(charge -> charge.terms().agreementId()));
    }

    /** Whose charges these are. */
    List<UUID> agreementsOf(Collection<UUID> orderChargeIds) {
        return database.query(
                        "select distinct agreement_id from order_charge where order_charge_id = any(?) order by agreement_id",
                        orderChargeIds)
                .list(row -> row.uuid("agreement_id"));
    }

    /** One statement for all of them: row by row it would be the most expensive part of a billing run. */
    void moveOn(List<OrderCharge> charges) {
        if (charges.isEmpty()) {
            return;
        }
        database.update(
                """
                update order_charge c set billed_through = moved.billed_through, next_due = moved.next_due,
                                          billed_on = moved.billed_on
                  from unnest(?::uuid[], ?::date[], ?::date[], ?::date[])
                       moved (order_charge_id, billed_through, next_due, billed_on)
                 where c.order_charge_id = moved.order_charge_id
                """,
                charges.stream().map(OrderCharge::orderChargeId).toList(),
                charges.stream().map(OrderCharge::billedThrough).toList(),
                charges.stream().map(OrderCharge::nextDue).collect(Collectors.toList()),
                charges.stream().map(OrderCharge::billedOn).collect(Collectors.toList()));
        follow(charges);
    }

    /** Writes charges whose end was moved, or what of them counts as billed. */
    void rewrite(List<OrderCharge> charges) {
        database.batch(
                """
                update order_charge set end_date = ?, billed_through = ?, next_due = ?, billed_on = ?, round = ?
                 where order_charge_id = ?
                """,
                charges.stream()
                        .map(charge -> new Object[] {
                            charge.endDate(),
                            charge.billedThrough(),
                            charge.nextDue(),
                            charge.billedOn(),
                            charge.round(),
                            charge.orderChargeId()
                        })
                        .toList());
        follow(charges);
    }

    private void follow(List<OrderCharge> changed) {
        due.follow(changed.stream().map(charge -> charge.terms().agreementId()).collect(Collectors.toSet()));
    }

    /** What of an agreement is held is left out by the billing run until it is released. */
    void hold(UUID agreementId, boolean held) {
        database.update("update order_charge set held = ? where agreement_id = ?", held, agreementId);
        due.follow(List.of(agreementId));
    }

    boolean isHeld(UUID agreementId) {
        return database.query("select 1 from order_charge where agreement_id = ? and held limit 1", agreementId)
                .one(row -> true)
                .isPresent();
    }

    private static Object[] row(OrderCharge charge) {
        ChargeTerms terms = charge.terms();
        return new Object[] {
            charge.orderChargeId(),
            charge.changeId(),
            terms.agreementId(),
            terms.subscriptionId(),
            terms.legalEntityId(),
            terms.lineId(),
            terms.lineNumber(),
            terms.productId(),
            terms.description(),
            terms.planId(),
            terms.planVersion(),
            terms.chargeId(),
            terms.kind(),
            terms.pricing(),
            terms.quantity().value(),
            terms.unitPrice().value(),
            terms.unitPrice().baseQuantity(),
            terms.billingPeriod() == null ? null : terms.billingPeriod().text(),
            terms.timing(),
            terms.dialect(),
            terms.performanceObligationId(),
            terms.revenueTreatment(),
            terms.taxCategory(),
            charge.anchor(),
            charge.startDate(),
            charge.endDate(),
            charge.billedThrough(),
            charge.nextDue(),
            charge.billedOn(),
            charge.round(),
            terms.pricing().isSimple() && terms.tariff().isBare()
                    ? null
                    : new AsColumn(terms.tariff().json())
        };
    }

    private static OrderCharge read(Row row) {
        return new OrderCharge(
                row.uuid("order_charge_id"),
                row.uuid("change_id"),
                terms(row),
                row.date("anchor"),
                row.date("start_date"),
                row.date("end_date"),
                row.date("billed_through"),
                row.date("next_due"),
                row.date("billed_on"),
                row.intValue("round"));
    }

    private static ChargeTerms terms(Row row) {
        String period = row.text("billing_period");
        String tariff = row.text("tariff");
        Pricing pricing = Pricing.valueOf(row.text("pricing"));
        UnitPrice price = new UnitPrice(row.decimal("unit_price"), row.decimal("base_quantity"));
        return new ChargeTerms(
                row.uuid("agreement_id"),
                row.uuid("subscription_id"),
                row.text("legal_entity_id"),
                row.uuid("line_id"),
                row.intValue("line_number"),
                row.text("product_id"),
                row.text("description"),
                row.text("plan_id"),
                row.intValue("plan_version"),
                row.text("charge_id"),
                Kind.valueOf(row.text("kind")),
                pricing,
                new Quantity(row.decimal("quantity")),
                price,
                period == null ? null : BillingPeriod.valueOf(period),
                Timing.valueOf(row.text("timing")),
                Proration.valueOf(row.text("dialect")),
                row.uuid("performance_obligation_id"),
                RevenueTreatment.valueOf(row.text("revenue_treatment")),
                TaxCategory.valueOf(row.text("tax_category")),
                tariff == null ? Tariff.simple(pricing, price) : Tariff.of(tariff));
    }
}
