package io.counterfoil.warehouse.view;

import io.counterfoil.warehouse.part.Part;
import java.util.List;

/** For whom a view is made: which sections it has, and which fields each of them shows. */
enum Audience {

    /** The page of an account in the CRM: what is sold, what is owed, and whether it is suspended. No tax numbers, no bank. */
    CRM(List.of(
            account(
                    "customerId",
                    "customerNumber",
                    "legalName",
                    "tradingName",
                    "state",
                    "segment",
                    "region",
                    "website",
                    "version"),
            orders(
                    "orderId",
                    "orderNumber",
                    "state",
                    "reasonCode",
                    "orderDate",
                    "startDate",
                    "currency",
                    "totalContractValue",
                    "externalReference"),
            openInvoices(
                    "invoiceId",
                    "invoiceNumber",
                    "orderId",
                    "orderNumber",
                    "issueDate",
                    "dueDate",
                    "state",
                    "payableAmount",
                    "openAmount"),
            suspension())),

    /** The desk that answers the customer: who speaks for it, what runs, what was billed and what is stuck. No credit limits. */
    SUPPORT(List.of(
            account(
                    "customerId",
                    "customerNumber",
                    "legalName",
                    "tradingName",
                    "state",
                    "contacts",
                    "addresses",
                    "billingAddress",
                    "email",
                    "website"),
            orders(
                    "orderId",
                    "orderNumber",
                    "state",
                    "heldFrom",
                    "reasonCode",
                    "reason",
                    "orderDate",
                    "startDate",
                    "lines"),
            subscriptions(
                    "subscriptionId",
                    "subscriptionNumber",
                    "orderId",
                    "productId",
                    "planId",
                    "state",
                    "startDate",
                    "endDate",
                    "quantity",
                    "billingPeriod"),
            openInvoices("invoiceId", "invoiceNumber", "dueDate", "state", "openAmount"))),

    /** The desk that collects and pays: terms, credit, all that is open in billing and in the books. No contacts of the sale. */
    FINANCE(List.of(
            account(
                    "customerId",
                    "customerNumber",
                    "legalName",
                    "state",
                    "taxRegistrations",
                    "billingAddress",
                    "legalEntityId",
                    "currency",
                    "paymentTermsDays"),
            Section.thing(
                    "credit",
                    Part.CUSTOMER,
                    "/v1/customers/{id}/credit",
                    Fields.of("limit", "policy", "suspendedByDunning", "own", "withAllBelow")),
            openInvoices(
                    "invoiceId",
                    "invoiceNumber",
                    "legalEntityId",
                    "issueDate",
                    "dueDate",
                    "state",
                    "netAmount",
                    "taxAmount",
                    "payableAmount",
                    "openAmount"),
            Section.list(
                    "payments",
                    Part.BILLING,
                    "/v1/payments",
                    Fields.of(
                            "paymentId",
                            "state",
                            "channel",
                            "gatewayReference",
                            "legalEntityId",
                            "amount",
                            "unappliedAmount",
                            "refundedAmount",
                            "valueDate")),
            Section.list(
                    "receivables",
                    Part.LEDGER,
                    "/v1/receivables",
                    Fields.of(
                            "invoiceId",
                            "invoiceNumber",
                            "legalEntityId",
                            "issueDate",
                            "dueDate",
                            "amount",
                            "applied",
                            "open"))));

    private final List<Section> sections;

    Audience(List<Section> sections) {
        this.sections = sections;
    }

    List<Section> sections() {
        return sections;
    }

    private static Section account(String... fields) {
        return Section.thing(View.ACCOUNT, Part.CUSTOMER, "/v1/customers/{id}", Fields.of(fields));
    }

    private static Section orders(String... fields) {
        return Section.list("orders", Part.ORDER, "/v1/orders", Fields.of(fields));
    }

    private static Section subscriptions(String... fields) {
        return Section.list("subscriptions", Part.BILLING, "/v1/subscriptions", Fields.of(fields));
    }

    private static Section openInvoices(String... fields) {
        return Section.list("openInvoices", Part.BILLING, "/v1/invoices", Fields.of(fields))
                .in("ISSUED", "PARTIALLY_PAID");
    }

    private static Section suspension() {
        return Section.suspension("suspension", Part.CUSTOMER, "/v1/customers/{id}/versions");
    }
}
