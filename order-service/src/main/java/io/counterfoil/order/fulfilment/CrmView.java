package io.counterfoil.order.fulfilment;

import io.counterfoil.order.crm.DealStatus;

/**
 * What a deal in the CRM should show of its process.
 *
 * <p>Few writes, and none that is taken back: on the straight way there is one, at the end, with everything final. Before
 * that the CRM is told when an order is held (and once when it goes on), and that an order with a start date to come was
 * accepted. The payment status appears with the first payment.
 */
final class CrmView {

    private static final int LONGEST_TEXT = 255;

    private CrmView() {}

    static DealStatus of(QuoteToCash process) {
        if (!process.crm().isThere() || isQuiet(process)) {
            return process.crm().shown();
        }
        boolean finished = process.isAt(ProcessState.WRITING_BACK)
                || process.state() == ProcessState.COMPLETED
                || process.state() == ProcessState.CANCELLED
                        && process.invoiced().isAny();
        return finished ? outcome(process) : news(process);
    }

    /** Under way, and the CRM shows nothing that is no longer true. */
    private static boolean isQuiet(QuoteToCash process) {
        boolean showsHold = process.state().awaitsFacts()
                && ProcessState.HELD.shownInCrm().equals(process.crm().shown().orderStatus());
        boolean waitsForStart = process.startsLater() && process.state() == ProcessState.AWAITING_ACTIVATION;
        return !process.state().isTold() && !showsHold && !waitsForStart;
    }

    private static DealStatus news(QuoteToCash process) {
        return new DealStatus(
                process.orderNumber(),
                process.state().shownInCrm(),
                process.waiting()
                        .map(waiting -> shortened(waiting.why().reason()))
                        .orElse(null),
                null,
                null,
                null,
                null,
                process.correlationId(),
                process.crm().shipment());
    }

    private static DealStatus outcome(QuoteToCash process) {
        Invoiced invoiced = process.invoiced();
        return new DealStatus(
                process.orderNumber(),
                process.state() == ProcessState.CANCELLED
                        ? ProcessState.CANCELLED.shownInCrm()
                        : ProcessState.COMPLETED.shownInCrm(),
                null,
                shortened(invoiced.numbersInWords()),
                invoiced.total(),
                "POSTED",
                invoiced.paymentStatus(),
                process.correlationId(),
                process.crm().shipment());
    }

    private static String shortened(String text) {
        return text != null && text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
