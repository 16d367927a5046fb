package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoIssued.Settlement;
import io.counterfoil.common.money.Money;

/** Where the amount of a credit memo went. */
public record Settled(Money toInvoice, Money toCustomerCredit, Money toRefund, Money external) {

    /** What a settlement goes to. */
    enum Target {
        INVOICE,
        CUSTOMER_CREDIT,
        REFUND,
        EXTERNAL
    }

    Money sum() {
        return toInvoice.plus(toCustomerCredit).plus(toRefund).plus(external);
    }

    Money of(Target target) {
        return switch (target) {
            case INVOICE -> toInvoice;
            case CUSTOMER_CREDIT -> toCustomerCredit;
            case REFUND -> toRefund;
            case EXTERNAL -> external;
        };
    }

    /** With more for one target. */
    Settled plus(Target target, Money more) {
        return new Settled(
                target == Target.INVOICE ? toInvoice.plus(more) : toInvoice,
                target == Target.CUSTOMER_CREDIT ? toCustomerCredit.plus(more) : toCustomerCredit,
                target == Target.REFUND ? toRefund.plus(more) : toRefund,
                target == Target.EXTERNAL ? external.plus(more) : external);
    }

    Settlement told() {
        return new Settlement(toInvoice, toCustomerCredit, toRefund, external);
    }
}
