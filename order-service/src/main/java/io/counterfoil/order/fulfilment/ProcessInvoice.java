package io.counterfoil.order.fulfilment;

import io.counterfoil.common.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * An invoice that the process has heard of. Its facts come over two queues, so the posting may be heard of before the
 * issue, and a payment before both.
 */
@Entity
@Table(name = "process_invoice")
class ProcessInvoice {

    /** How much of an invoice is paid. */
    enum Payment {
        UNPAID,
        PARTIALLY_PAID,
        PAID
    }

    @Id
    @Column(name = "invoice_id")
    private UUID invoiceId;

    @ManyToOne
    @JoinColumn(name = "order_id")
    private QuoteToCash process;

    @Column(name = "invoice_number")
    private String invoiceNumber;

    @Column(name = "payable_minor")
    private Long payableMinor;

    private String currency;

    /** The order's lines that it bills for the first time; empty for later invoices of a subscription. */
    @Column(name = "first_lines")
    @Convert(converter = LineIdsColumn.class)
    private Set<UUID> firstLines = new HashSet<>();

    private boolean issued;

    private boolean posted;

    @Enumerated(EnumType.STRING)
    private Payment payment = Payment.UNPAID;

    @Column(name = "payment_position")
    private long paymentPosition;

    @Version
    private int version;

    protected ProcessInvoice() {}

    ProcessInvoice(QuoteToCash process, UUID invoiceId, String invoiceNumber) {
        this.process = process;
        this.invoiceId = invoiceId;
        this.invoiceNumber = invoiceNumber;
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

    ProcessJson.Invoice json() {
        return new ProcessJson.Invoice(invoiceId, invoiceNumber, payable(), posted, payment.name());
    }
}
