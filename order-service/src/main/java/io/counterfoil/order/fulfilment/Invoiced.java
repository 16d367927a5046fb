package io.counterfoil.order.fulfilment;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.fulfilment.ProcessInvoice.Payment;
import java.util.List;
import java.util.stream.Collectors;

/** What the first invoices of an order say together. Later invoices of its subscriptions are no part of the process. */
record Invoiced(List<ProcessInvoice> all) {

    private List<ProcessInvoice> first() {
        return all.stream().filter(ProcessInvoice::isFirst).toList();
    }

    private int firstLines() {
        return first().stream().mapToInt(invoice -> invoice.firstLines().size()).sum();
    }

    /** How far an accepted order of so many lines has come. */
    ProcessState reached(int lineCount, boolean activated) {
        if (firstLines() < lineCount) {
            return activated ? ProcessState.AWAITING_INVOICE : ProcessState.AWAITING_ACTIVATION;
        }
        boolean posted = first().stream().allMatch(ProcessInvoice::isPosted);
        return posted ? ProcessState.WRITING_BACK : ProcessState.AWAITING_POSTING;
    }

    List<String> numbers() {
        return first().stream().map(ProcessInvoice::invoiceNumber).sorted().toList();
    }

    String numbersInWords() {
        return numbers().stream().collect(Collectors.joining(", "));
    }

    Money total() {
        return first().stream().map(ProcessInvoice::payable).reduce(Money::plus).orElse(null);
    }

    /** Null until something was paid, so that the CRM's field is not set before there is something to say. */
    String paymentStatus() {
        List<Payment> payments =
                first().stream().map(ProcessInvoice::payment).distinct().toList();
        if (payments.isEmpty() || payments.equals(List.of(Payment.UNPAID))) {
            return null;
        }
        return payments.equals(List.of(Payment.PAID)) ? Payment.PAID.name() : Payment.PARTIALLY_PAID.name();
    }

    boolean isAny() {
        return all.stream().anyMatch(ProcessInvoice::isIssued);
    }
}
