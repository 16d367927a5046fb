package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import io.counterfoil.common.db.Versioned;
import io.counterfoil.common.money.Money;
import java.util.Set;
import java.util.UUID;

/**
 * An invoice that the process has heard of. Its facts come over two queues, so the posting may be heard of before the
 * issue, and a payment before both.
 */
class ProcessInvoice implements Versioned {

    /** How the invoices of processes lie in the database. */
    static final Table<ProcessInvoice> TABLE = Table.<ProcessInvoice>named("process_invoice")
            .with("invoice_id", "uuid", invoice -> invoice.invoiceId)
            .with("order_id", "uuid", invoice -> invoice.orderId)
            .with("invoice_number", "text", invoice -> invoice.invoiceNumber)
            .with("payable_minor", "bigint", invoice -> invoice.payableMinor)
            .with("currency", "text", invoice -> invoice.currency)
            .with("first_lines", "text", invoice -> invoice.firstLines, LineIds::text)
            .with("issued", "boolean", invoice -> invoice.issued)
            .with("posted", "boolean", invoice -> invoice.posted)
            .with("payment", "text", invoice -> invoice.payment)
            .with("payment_position", "bigint", invoice -> invoice.paymentPosition);

    /** How much of an invoice is paid. */
    enum Payment {
        UNPAID,
        PARTIALLY_PAID,
        PAID
    }

    private final UUID invoiceId;
    private final UUID orderId;
    private final String invoiceNumber;
    private Long payableMinor;
    private String currency;

    /** The order's lines that it bills for the first time; empty for later invoices of a subscription. */
    private Set<UUID> firstLines;

    private boolean issued;
    private boolean posted;
    private Payment payment;
    private long paymentPosition;
    private int version;

    ProcessInvoice(UUID orderId, UUID invoiceId, String invoiceNumber) {
        this.orderId = orderId;
        this.invoiceId = invoiceId;
        this.invoiceNumber = invoiceNumber;
        firstLines = Set.of();
        payment = Payment.UNPAID;
    }

    /** As it was written. */
    ProcessInvoice(Row row) {
        orderId = row.uuid("order_id");
        invoiceId = row.uuid("invoice_id");
        invoiceNumber = row.text("invoice_number");
        payableMinor = row.longOrNull("payable_minor");
        currency = row.text("currency");
        firstLines = LineIds.read(row.text("first_lines"));
        issued = row.bool("issued");
        posted = row.bool("posted");
        payment = row.one(Payment.class, "payment");
        paymentPosition = row.longValue("payment_position");
        version = row.intValue("version");
    }

    void issue(Money payable, Set<UUID> billsFirst) {
        issued = true;
        payableMinor = payable.minor();
        currency = payable.currency();
        firstLines = Set.copyOf(billsFirst);
    }

    void post() {
        posted = true;
    }

    /** Takes a newer word on the payment; an older one that comes late changes nothing. */
    void pay(Payment now, long position) {
        if (position > paymentPosition) {
            payment = now;
            paymentPosition = position;
        }
    }

    boolean isFirst() {
        return issued && !firstLines.isEmpty();
    }

    boolean isPosted() {
        return posted;
    }

    boolean isIssued() {
        return issued;
    }

    UUID orderId() {
        return orderId;
    }

    UUID invoiceId() {
        return invoiceId;
    }

    String invoiceNumber() {
        return invoiceNumber;
    }

    Set<UUID> firstLines() {
        return firstLines;
    }

    Payment payment() {
        return payment;
    }

    Money payable() {
        return payableMinor == null ? null : Money.ofMinor(payableMinor, currency);
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public void writtenAs(int next) {
        version = next;
    }

    ProcessJson.Invoice json() {
        return new ProcessJson.Invoice(invoiceId, invoiceNumber, payable(), posted, payment.name());
    }
}
