package io.counterfoil.order.order;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.contract.ContractSigned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The facts write exactly the golden examples that all consumers read. */
class FactsTest {

    private static final UUID LINE_1 = UUID.fromString("0190a1b2-0004-7000-8000-000000000001");
    private static final UUID LINE_2 = UUID.fromString("0190a1b2-0004-7000-8000-000000000002");
    private static final UUID PROMISE_1 = UUID.fromString("0190a1b2-0007-7000-8000-000000000001");
    private static final UUID PROMISE_2 = UUID.fromString("0190a1b2-0007-7000-8000-000000000002");

    @Test
    void order_received() {
        produces("order-received.v1", Northwind.received().received());
    }

    @Test
    void order_held() {
        HoldReason why = new HoldReason(
                "product-not-mapped",
                "The product code 'SETUP-EU' of salesforce is not mapped to a product",
                "revenue-operations",
                "Add the product mapping, then replay the exception.",
                UUID.fromString("0190a1b2-0008-7000-8000-000000000001"));
        produces("order-held.v1", Northwind.received().hold(why));
    }

    @Test
    void order_rejected() {
        produces(
                "order-rejected.v1",
                Northwind.received().reject("withdrawn", "The customer withdrew before acceptance."));
    }

    @Test
    void order_accepted() {
        OrderAccepted fact = Northwind.validated()
                .accept(Northwind.customer(), Northwind.CONTRACT, Instant.parse("2026-01-01T17:00:03Z"));
        produces("order-accepted.v1", withSampleIds(fact));
    }

    @Test
    void order_cancelled() {
        produces(
                "order-cancelled.v1",
                Northwind.accepted()
                        .cancel(
                                "The customer withdrew before the start date.",
                                LocalDate.of(2026, 1, 2),
                                false,
                                Instant.parse("2026-01-02T17:00:00Z")));
    }

    @Test
    void order_completed() {
        Order order = Northwind.accepted();
        order.followBilling(true);
        produces(
                "order-completed.v1",
                order.complete(List.of("US01-2026-000001"), Instant.parse("2026-01-01T17:00:09Z")));
    }

    @Test
    void contract_signed() {
        produces(
                "contract-signed.v1",
                new ContractSigned(
                        Northwind.CONTRACT,
                        1,
                        "K-000001",
                        Northwind.ORDER,
                        Northwind.CUSTOMER,
                        "US01",
                        "USD",
                        Northwind.START,
                        Northwind.START.plusYears(1),
                        12,
                        List.of(
                                promised(
                                        PROMISE_1,
                                        LINE_1,
                                        "PLATFORM",
                                        "OVER_TIME_DAILY",
                                        "1200.00",
                                        Northwind.START.plusYears(1)),
                                promised(PROMISE_2, LINE_2, "SETUP", "POINT_IN_TIME", "500.00", null)),
                        null));
    }

    private static ContractSigned.Promised promised(
            UUID promise, UUID line, String product, String treatment, String price, LocalDate end) {
        Money money = Money.of(price, "USD");
        return new ContractSigned.Promised(
                promise, line, product, treatment, money, "PRODUCT", money, Northwind.START, end);
    }

    /** Ids are derived from the order's; the example has readable ones. */
    private static OrderAccepted withSampleIds(OrderAccepted fact) {
        return new OrderAccepted(
                fact.orderId(),
                fact.orderNumber(),
                fact.contractId(),
                fact.contractVersion(),
                fact.customerId(),
                fact.legalEntityId(),
                fact.currency(),
                fact.channel(),
                fact.externalReference(),
                fact.purchaseOrderReference(),
                fact.orderDate(),
                fact.acceptedAt(),
                fact.paymentTermsDays(),
                fact.termMonths(),
                fact.startDate(),
                fact.billTo(),
                fact.totalContractValue(),
                List.of(
                        withIds(fact.lines().get(0), LINE_1, PROMISE_1),
                        withIds(fact.lines().get(1), LINE_2, PROMISE_2)),
                fact.timeZone());
    }

    private static OrderAccepted.Line withIds(OrderAccepted.Line line, UUID id, UUID promise) {
        return new OrderAccepted.Line(
                id,
                line.lineNumber(),
                line.productId(),
                line.productName(),
                line.planId(),
                line.quantity(),
                line.unitPrice(),
                line.startDate(),
                line.endDate(),
                promise,
                line.revenueTreatment(),
                line.taxCategoryCode(),
                line.standaloneSellingPrice(),
                line.lineTotal());
    }

    private static void produces(String example, Fact fact) {
        GoldenExample.of(example).assertProduces(fact);
    }
}
