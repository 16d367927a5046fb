package io.counterfoil.order.fulfilment;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.crm.DealStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a deal in the CRM shows when several legal entities sell it, each by an order and a contract of its own: all of them with
 * their states, all invoices, and what they come to together.
 */
final class PartsView {

    private static final String POSTED = "POSTED";
    private static final String PAID = "PAID";

    private PartsView() {}

    /** Another part of a deal has come to where somebody must look, or to an end that nobody wished for. */
    static boolean isNews(QuoteToCash part) {
        return part.state() == ProcessState.HELD
                || part.state() == ProcessState.REJECTED
                || part.state() == ProcessState.CANCELLED;
    }

    /**
     * Mostly a matter of moments: the others wait for it a while, so that all of it is shown at once. What starts later is
     * shown later.
     */
    static boolean isSoonBilled(QuoteToCash part) {
        return switch (part.state()) {
            case RESOLVING_CUSTOMER, AWAITING_POSTING -> true;
            case AWAITING_ACTIVATION -> !part.startsLater();
            case AWAITING_INVOICE -> !part.invoiced().isAny();
            default -> false;
        };
    }

    /**
     * Where the first order came to nothing, what the others billed is shown all the same.
     *
     * @param own what the first order alone would show
     * @param ended whether the first order has come to an end
     */
    static DealStatus of(DealStatus own, boolean ended, List<QuoteToCash> parts) {
        boolean outcome = own.postingStatus() != null || ended && parts.stream().anyMatch(CrmView::isFinished);
        List<QuoteToCash> billed =
                outcome ? parts.stream().filter(CrmView::isFinished).toList() : List.of();
        boolean all = parts.stream()
                .allMatch(part -> CrmView.isFinished(part) || part.state().isFinal());
        return new DealStatus(
                own.orderNumber(),
                status(parts),
                CrmView.shortened(joined(parts, PartsView::holdReason)),
                CrmView.shortened(joined(billed, part -> part.invoiced().numbersInWords())),
                billed.stream()
                        .map(part -> part.invoiced().total())
                        .filter(Objects::nonNull)
                        .reduce(Money::plus)
                        .orElse(null),
                outcome ? all ? POSTED : "PARTLY_POSTED" : null,
                outcome ? paymentStatus(billed, all) : null,
                own.correlationId(),
                joined(parts, part -> part.crm().shipment()),
                joined(parts, PartsView::inWords));
    }

    /** Where all are; else that of which somebody must know; else where the last of them is. */
    private static String status(List<QuoteToCash> parts) {
        List<String> states = parts.stream().map(PartsView::state).distinct().toList();
        if (states.size() == 1) {
            return states.get(0);
        }
        if (states.contains(ProcessState.HELD.shownInCrm())) {
            return ProcessState.HELD.shownInCrm();
        }
        Optional<ProcessState> last = parts.stream()
                .filter(part -> !part.state().isFinal() && !CrmView.isFinished(part))
                .map(QuoteToCash::state)
                .min(Comparator.naturalOrder());
        if (last.isPresent()) {
            return last.get().shownInCrm();
        }
        boolean none = !states.contains(ProcessState.COMPLETED.shownInCrm());
        return none ? ProcessState.CANCELLED.shownInCrm() : "PARTLY_CANCELLED";
    }

    private static String state(QuoteToCash part) {
        return part.isAt(ProcessState.WRITING_BACK)
                ? ProcessState.COMPLETED.shownInCrm()
                : part.state().shownInCrm();
    }

    private static String holdReason(QuoteToCash part) {
        return part.waiting()
                .filter(waiting -> !part.isAt(ProcessState.WRITING_BACK))
                .map(waiting -> part.orderNumber() + ": " + waiting.why().reason())
                .orElse(null);
    }

    /** Null until something was paid. */
    private static String paymentStatus(List<QuoteToCash> billed, boolean all) {
        List<String> states = billed.stream()
                .map(part -> part.invoiced().paymentStatus())
                .distinct()
                .toList();
        if (states.stream().allMatch(Objects::isNull)) {
            return null;
        }
        return all && states.equals(List.of(PAID)) ? PAID : ProcessInvoice.Payment.PARTIALLY_PAID.name();
    }

    private static String inWords(QuoteToCash part) {
        String said = part.orderNumber() + " " + state(part);
        Money total = part.invoiced().total();
        return CrmView.isFinished(part) && total != null
                ? said + " " + part.invoiced().numbersInWords() + " " + total.amount() + " " + total.currency()
                : said;
    }

    private static String joined(List<QuoteToCash> parts, Function<QuoteToCash, String> words) {
        String all = parts.stream()
                .map(words)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }
}
