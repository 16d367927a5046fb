package io.counterfoil.billing.policy;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be decided in more than one way: its legal values and what holds where nobody chose. */
public enum PolicyName {
    /** Which day anchors the cycles of several subscriptions. */
    BILLING_ALIGNMENT("billing.alignment", LegalValues.oneOf("SUBSCRIPTION", "ACCOUNT", "BUNDLE")),
    /** How a fragment of a period becomes a share; stored on the charge when it starts. */
    PRORATION_DIALECT(
            "proration.dialect",
            LegalValues.oneOf(
                    "ACTUAL",
                    "CALENDAR",
                    "DAYS_30",
                    "THIRTY_360",
                    "STRICT_30",
                    "DAYS_360",
                    "DAYS_365",
                    "MONTH_FIRST",
                    "MONTH_DECIMAL",
                    "PER_SECOND")),
    /** Is the day on which something ends paid for? */
    PRORATION_TERMINATION_DAY("proration.terminationDay", LegalValues.oneOf("FREE", "BILLED")),
    /** When a change in the middle of a period is billed. */
    PRORATION_BILLING("proration.billing", LegalValues.oneOf("IMMEDIATE", "NEXT_INVOICE")),
    /** How the ledger treats a modification; by itself what is added at its own price is a contract of its own. */
    MODIFICATION_TREATMENT(
            "modification.treatment",
            LegalValues.oneOf("AUTOMATIC", "SEPARATE_CONTRACT", "PROSPECTIVE", "CUMULATIVE_CATCH_UP")),
    /** Is what a cancelled order was charged once for given back? */
    CANCELLATION_ONE_TIME("cancellation.oneTime", LegalValues.oneOf("KEEP", "CREDIT")),
    /** In how many periods before the one that is billed late usage is looked for. */
    USAGE_LOOK_BACK("usage.lookBack", LegalValues.wholeNumber(2, 24)),
    /** What goes on one invoice: what an agreement has due on a day, or all that its customer has (per purchase order). */
    INVOICE_GROUPING("invoice.grouping", LegalValues.oneOf("AGREEMENT", "CUSTOMER")),
    /** What becomes of a bill on which no line has an amount; the one of an order is always issued. */
    INVOICE_OVER_NOTHING("invoice.overNothing", LegalValues.oneOf("OMIT", "ISSUE")),
    /** What becomes of reversals: credit of the customer, or a document for each. */
    CREDIT_MODE("credit.mode", LegalValues.oneOf("ACCOUNT_CREDIT", "CREDIT_MEMO")),
    /** How an issued invoice is taken back. */
    VOID_MODE("void.mode", LegalValues.oneOf("VOID", "CREDIT_NOTE")),
    /** To which steps the net amount of a line is rounded; where a currency is not named, to its minor unit. */
    ROUNDING_LINE("rounding.line", LegalValues.increments()),
    /** To which steps tax is rounded. */
    ROUNDING_TAX("rounding.tax", LegalValues.increments()),
    /** To which steps the amount that is to be paid is rounded. */
    ROUNDING_PAYABLE("rounding.payable", LegalValues.increments()),
    /** On what tax is rounded. */
    TAX_ROUNDING("tax.rounding", LegalValues.oneOf("SUBTOTAL", "LINE", "EXTERNAL")),
    /** Which part of an inclusive price is computed; the other one is the difference. */
    TAX_INCLUSIVE("tax.inclusive", LegalValues.oneOf("NET_FIRST", "TAX_FIRST")),
    /** What a change of the rate within a service period does. */
    TAX_RATE_CHANGE("tax.rateChange", LegalValues.oneOf("TAX_POINT", "SPLIT_PERIOD")),
    /** How money that arrives finds its invoices. */
    PAYMENT_APPLICATION("payment.application", LegalValues.oneOf("BY_REFERENCE", "OLDEST_FIRST", "BY_HAND")),
    /** When an invoice is collected whose customer has a stored payment method. */
    COLLECTION_MODE("collection.mode", LegalValues.oneOf("DUE_DATE", "ISSUE", "BY_HAND")),
    /** After how many days each a collection that failed is tried again. */
    COLLECTION_RETRY_DAYS("collection.retryDays", LegalValues.days("3, 5, 7")),
    /** What follows when the payer's bank said that it will never pay. */
    COLLECTION_HARD_DECLINE("collection.hardDecline", LegalValues.oneOf("STOP", "RETRY")),
    /** Up to which difference an invoice counts as paid, in units of the document's currency. */
    PAYMENT_TOLERANCE("payment.tolerance", LegalValues.amount("0")),
    /** What a refund does: opens the receivable again, or reverses revenue. */
    REFUND_MODE("refund.mode", LegalValues.oneOf("REOPEN_RECEIVABLE", "REVERSE_REVENUE")),
    /** Above which amount a second person approves a refund. */
    REFUND_APPROVAL_LIMIT("refund.approvalLimit", LegalValues.amount("1000")),
    /** Above which amount a second person approves a credit memo. */
    CREDIT_MEMO_APPROVAL_LIMIT("creditMemo.approvalLimit", LegalValues.amount("10000")),
    /** Above which amount a second person approves credit that is granted to a customer. */
    CREDIT_GRANT_APPROVAL_LIMIT("creditGrant.approvalLimit", LegalValues.amount("1000")),
    /** Percent of the invoice that may be kept when it is paid early. */
    CASH_DISCOUNT_PERCENT("cashDiscount.percent", LegalValues.wholeNumber(0, 50)),
    /** In how many days from the issue the cash discount may be taken. */
    CASH_DISCOUNT_DAYS("cashDiscount.days", LegalValues.wholeNumber(0, 365)),
    /** What money that a bank took back is. */
    CHARGEBACK_MODE("chargeback.mode", LegalValues.oneOf("RECEIVABLE", "REVENUE")),
    /** Is the time paid for in which dunning had blocked the subscription? */
    DUNNING_BLOCKED_TIME("dunning.blockedTime", LegalValues.oneOf("CREDIT", "CHARGE")),
    /** Above which amount a person decides on a proposed write-off. */
    WRITE_OFF_APPROVAL_LIMIT("writeOff.approvalLimit", LegalValues.amount("0"));

    private final String text;
    private final LegalValues legal;

    PolicyName(String text, LegalValues legal) {
        this.text = text;
        this.legal = legal;
    }

    /** The name on the wire, such as {@code credit.mode}. */
    public String text() {
        return text;
    }

    LegalValues legal() {
        return legal;
    }

    static Optional<PolicyName> named(String text) {
        return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
    }
}
