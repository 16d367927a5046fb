package io.counterfoil.billing.reversal;

import io.counterfoil.billing.document.ReversedInvoice;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What is taken back of invoices. The invoice must be locked by whoever asks. */
@Dependent
public class Reversals {

    private final ReversalRows rows;

    @Inject
    Reversals(ReversalRows rows) {
        this.rows = rows;
    }

    /** All that is left of an invoice. */
    public List<LeftOfLine> all(Invoice invoice) {
        return TakeBack.all(rows.leftOf(invoice));
    }

    /** A gross amount of it. */
    public List<LeftOfLine> amount(Invoice invoice, Money gross) {
        List<LeftOfLine> left = rows.leftOf(invoice);
        Money whole = left.stream().map(LeftOfLine::gross).reduce(Money.zero(gross.currency()), Money::plus);
        if (!gross.isPositive() || gross.compareTo(whole) > 0) {
            throw new CreditExceedsInvoice("invoice " + invoice.number(), gross, whole);
        }
        return TakeBack.amount(left, gross);
    }

    /** True when nothing is left of the invoice after these parts. */
    public boolean isAllThatIsLeft(Invoice invoice, List<LeftOfLine> parts) {
        Money zero = Money.zero(invoice.currency());
        List<LeftOfLine> left = all(invoice);
        return left.size() == parts.size()
                && left.stream()
                        .map(LeftOfLine::gross)
                        .reduce(zero, Money::plus)
                        .equals(parts.stream().map(LeftOfLine::gross).reduce(zero, Money::plus));
    }

    /** True when so much can still be taken back. */
    public boolean fits(Invoice invoice, Money gross) {
        Money whole =
                rows.leftOf(invoice).stream().map(LeftOfLine::gross).reduce(Money.zero(gross.currency()), Money::plus);
        return gross.compareTo(whole) <= 0;
    }

    /** The shares of an amount by line, where nothing is taken back of the revenue and more than is left may be named. */
    public List<LeftOfLine> shares(Invoice invoice, Money gross) {
        List<LeftOfLine> whole = rows.leftOf(invoice).stream()
                .map(line -> line.part(line.wholeNet(), line.wholeTax()))
                .toList();
        return TakeBack.amount(whole, gross);
    }

    /** Net amounts of some lines, by line; null is all that is left of it. */
    public List<LeftOfLine> lines(Invoice invoice, Map<UUID, Money> wanted) {
        List<LeftOfLine> left = rows.leftOf(invoice);
        wanted.keySet().stream()
                .filter(id -> left.stream().noneMatch(line -> line.lineId().equals(id)))
                .findFirst()
                .ifPresent(id -> {
                    throw new NotFound("invoice line", id);
                });
        return TakeBack.all(left.stream()
                .filter(line -> wanted.containsKey(line.lineId()))
                .map(line -> of(line, wanted.get(line.lineId())))
                .toList());
    }

    /** The same, and gross amounts of others whose prices include the tax. */
    public List<LeftOfLine> lines(Invoice invoice, Map<UUID, Money> nets, Map<UUID, Money> gross) {
        if (gross.isEmpty()) {
            return lines(invoice, nets);
        }
        return Stream.concat(
                        lines(invoice, nets).stream(),
                        rows.leftOf(invoice).stream()
                                .filter(line -> gross.containsKey(line.lineId()))
                                .flatMap(line -> ofGross(line, gross.get(line.lineId())).stream()))
                .toList();
    }

    /** Keeps what an act takes back. */
    public void keep(String kind, UUID causedBy, Invoice invoice, List<LeftOfLine> parts) {
        rows.add(kind, causedBy, invoice, parts, Map.of());
    }

    /** The same, where of some lines a service period is taken back that is not all of theirs. */
    public void keep(
            String kind, UUID causedBy, Invoice invoice, List<LeftOfLine> parts, Map<UUID, ServicePeriod> periods) {
        rows.add(kind, causedBy, invoice, parts, periods);
    }

    /** What an act took back. */
    public List<LeftOfLine> of(UUID causedBy, String currency) {
        return rows.of(causedBy, currency);
    }

    /** An act counts no longer. */
    public void undo(UUID causedBy) {
        rows.undo(causedBy);
    }

    /** What is taken back of an invoice as facts tell it; {@code after} is the invoice as it stands then. */
    public static ReversedInvoice told(Invoice after, List<LeftOfLine> parts) {
        Money zero = Money.zero(after.currency());
        Money net = parts.stream().map(LeftOfLine::net).reduce(zero, Money::plus);
        Money tax = parts.stream().map(LeftOfLine::tax).reduce(zero, Money::plus);
        return new ReversedInvoice(
                after.invoiceId(),
                after.number(),
                after.orderReference(),
                after.order().contractId(),
                after.order().contractVersion(),
                net.plus(tax),
                net,
                tax,
                after.open(),
                parts.stream().map(LeftOfLine::told).toList());
    }

    /** A net amount of what is left of a line; null takes all of it. */
    public static LeftOfLine ofLine(LeftOfLine left, Money net) {
        return of(left, net);
    }

    /** A gross amount of what is left of some lines. */
    public static List<LeftOfLine> ofLines(List<LeftOfLine> left, Money gross) {
        Money whole = left.stream().map(LeftOfLine::gross).reduce(Money.zero(gross.currency()), Money::plus);
        if (!gross.isPositive() || gross.compareTo(whole) > 0) {
            throw new CreditExceedsInvoice("the bill", gross, whole);
        }
        return TakeBack.amount(left, gross);
    }

    /** What is left of a line after a part of it was taken back. */
    public static LeftOfLine without(LeftOfLine left, LeftOfLine taken) {
        return left.part(left.net().minus(taken.net()), left.tax().minus(taken.tax()));
    }

    private static LeftOfLine of(LeftOfLine left, Money wanted) {
        if (wanted == null) {
            return left;
        }
        within(left, wanted, left.net());
        return TakeBack.net(left, wanted);
    }

    private static List<LeftOfLine> ofGross(LeftOfLine left, Money wanted) {
        within(left, wanted, left.gross());
        return TakeBack.amount(List.of(left), wanted);
    }

    private static void within(LeftOfLine line, Money wanted, Money left) {
        boolean sameSide = left.isNegative() ? wanted.isNegative() : wanted.isPositive();
        if (!sameSide || wanted.abs().compareTo(left.abs()) > 0) {
            throw new CreditExceedsInvoice("line " + line.lineNumber(), wanted, left);
        }
    }
}
