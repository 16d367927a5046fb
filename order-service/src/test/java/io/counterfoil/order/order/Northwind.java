package io.counterfoil.order.order;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.Catalogue.Offer;
import io.counterfoil.order.catalogue.RevenueTreatment;
import io.counterfoil.order.catalogue.TaxCategory;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.customer.TaxRegistration;
import io.counterfoil.order.pricing.PricePeriod;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.terms.AcceptableLine;
import io.counterfoil.order.terms.AcceptableOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The sample transaction of the golden examples. */
public final class Northwind {

    public static final UUID CUSTOMER = UUID.fromString("0190a1b2-0001-7000-8000-000000000001");
    public static final UUID ORDER = UUID.fromString("0190a1b2-0002-7000-8000-000000000001");
    public static final UUID CONTRACT = UUID.fromString("0190a1b2-0003-7000-8000-000000000001");
    public static final Instant RECEIVED = Instant.parse("2026-01-01T17:00:00Z");
    public static final LocalDate START = LocalDate.of(2026, 1, 1);
    public static final ExternalReference DEAL = new ExternalReference("salesforce", "006000000000001AAA");

    private Northwind() {}

    /** Who buys. */
    public static KnownCustomer customer() {
        return new KnownCustomer(
                CUSTOMER,
                "C-000001",
                "ACTIVE",
                "Northwind Robotics Inc.",
                List.of(new TaxRegistration("EIN", "US", "00-0000001")),
                new PostalAddress("1 Assembly Way", null, "Sacramento", "CA", "95814", "US"),
                "billing@northwind-robotics.example");
    }

    /** What is ordered, checked. */
    public static AcceptableOrder checked() {
        return checked(List.of(platform(), setup()));
    }

    static AcceptableOrder checked(List<AcceptableLine> lines) {
        return new AcceptableOrder("US01", "USD", START, START, 12, 30, "PO-7001", lines);
    }

    /** @param price of the whole bundle; null where nobody has said it */
    static AcceptableLine inBundle(int place, String price) {
        AcceptableLine line = setup();
        return new AcceptableLine(
                line.offer(),
                null,
                line.quantity(),
                line.unitPrice(),
                line.startDate(),
                null,
                line.lineTotal(),
                line.standaloneSellingPrice(),
                true,
                new AcceptableLine.Bundle("BUNDLE", place, price == null ? null : Money.of(price, "USD")));
    }

    static AcceptableLine platform() {
        return line(
                "PLATFORM",
                "Platform subscription",
                "platform-annual",
                PricePeriod.YEAR,
                "1200.00",
                START.plusYears(1));
    }

    static AcceptableLine setup() {
        return line("SETUP", "Set-up service", "setup-once", PricePeriod.ONCE, "500.00", null);
    }

    private static AcceptableLine line(
            String id, String name, String plan, PricePeriod period, String price, LocalDate end) {
        RevenueTreatment treatment =
                period.recurs() ? RevenueTreatment.OVER_TIME_DAILY : RevenueTreatment.POINT_IN_TIME;
        Offer offer = new Offer(id, name, plan, period, treatment, TaxCategory.S, Map.of("USD", UnitPrice.of(price)));
        return new AcceptableLine(
                offer,
                null,
                Quantity.of("1"),
                UnitPrice.of(price),
                START,
                end,
                Money.of(price, "USD"),
                Money.of(price, "USD"),
                true);
    }

    static Order received() {
        return Order.receive(ORDER, "O-000001", "salesforce", DEAL, RECEIVED);
    }

    static Order validated() {
        Order order = received();
        order.validate(checked());
        return order;
    }

    static Order accepted() {
        Order order = validated();
        order.accept(customer(), CONTRACT, RECEIVED);
        return order;
    }
}
