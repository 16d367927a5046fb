package io.counterfoil.order.fulfilment;

import io.counterfoil.order.crm.DealStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a deal in the CRM should show of its process.
 *
 * <p>Few writes, and none that is taken back: on the straight way there is one, at the end, with everything final. Before
 * that the CRM is told when an order is held (and once when it goes on), and that an order with a start date to come was
 * accepted. The payment status appears with the first payment.
 */
final class CrmView {

    /**
     * For so long what is billed of a deal waits for its other parts. One of them may be billed in arrears, or its invoice be
     * stuck at the ledger: then the deal is shown without it, and once more when it is there.
     */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int LONGEST_TEXT = 255;

    private CrmView() {}

    /** Of a deal that is one order. */
    static DealStatus of(QuoteToCash process) {
        return of(process, List.of(process), process.path().enteredAt());
    }

    /**
     * Of a deal that may have further parts.
     *
     * @param process of its first order, which speaks for it
     * @param parts all of them, the first one too
     * @param now until when it may have waited for the others
     */
    static DealStatus of(QuoteToCash process, List<QuoteToCash> parts, Instant now) {
        if (!process.crm().isThere() || isQuiet(process, parts, now)) {
            return process.crm().shown();
        }
        DealStatus own = isFinished(process) ? outcome(process) : news(process);
        return parts.size() < 2 ? own : PartsView.of(own, process.state().isFinal(), parts);
    }

    /** What is billed of it is final. */
    static boolean isFinished(QuoteToCash process) {
        return process.isAt(ProcessState.WRITING_BACK)
                || process.state() == ProcessState.COMPLETED
                || process.state() == ProcessState.CANCELLED
                        && process.invoiced().isAny();
    }

    /** Under way, and the CRM shows nothing that is no longer true. */
    private static boolean isQuiet(QuoteToCash process, List<QuoteToCash> parts, Instant now) {
        boolean showsHold =
                ProcessState.HELD.shownInCrm().equals(process.crm().shown().orderStatus());
        boolean goesOn = showsHold && parts.stream().allMatch(CrmView::isPromised);
        boolean waitsForStart = process.startsLater() && process.state() == ProcessState.AWAITING_ACTIVATION;
        List<QuoteToCash> others =
                parts.stream().filter(part -> part != process).toList();
        if (others.stream().anyMatch(PartsView::isNews)) {
            return false;
        }
        boolean waitsForOthers = process.state() == ProcessState.WRITING_BACK
                && now.isBefore(process.path().enteredAt().plus(PATIENCE))
                && others.stream().anyMatch(PartsView::isSoonBilled);
        return waitsForOthers || !process.state().isTold() && !goesOn && !waitsForStart;
    }

    /** A contract exists, and it is not held. */
    private static boolean isPromised(QuoteToCash process) {
        return process.state().awaitsFacts()
                || process.state() == ProcessState.WRITING_BACK
                || process.state() == ProcessState.COMPLETED;
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
                process.crm().shipment(),
                null);
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
                process.crm().shipment(),
                null);
    }

    static String shortened(String text) {
        return text != null && text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
