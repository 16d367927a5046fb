package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.document.ReversedLine;
import io.counterfoil.billing.document.Subtotal;
import io.counterfoil.billing.invoice.InvoiceLine;
import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An amount of an invoice, split over its lines by what each bears of the total, and in each line into net and tax. Of the
 * two the tax is computed and the net is the difference.
 */
record OpenPart(List<ReversedLine> lines, List<Subtotal> subtotals, Money net, Money tax) {

    static OpenPart of(Money amount, List<InvoiceLine> invoiceLines) {
        List<Money> gross = amount.allocate(invoiceLines.stream()
                .map(line -> BigDecimal.valueOf(line.net().plus(line.tax()).minor()))
                .toList());
        List<ReversedLine> lines = IntStream.range(0, invoiceLines.size())
                .mapToObj(i -> line(invoiceLines.get(i), gross.get(i)))
                .toList();
        Money tax =
                lines.stream().map(ReversedLine::taxAmount).reduce(Money::plus).orElseThrow();
        return new OpenPart(lines, subtotals(lines), amount.minus(tax), tax);
    }

    private static ReversedLine line(InvoiceLine line, Money part) {
        Money whole = line.net().plus(line.tax());
        Money tax = whole.isZero()
                ? Money.zero(part.currency())
                : part.allocate(List.of(
                                BigDecimal.valueOf(line.tax().minor()),
                                BigDecimal.valueOf(line.net().minor())))
                        .get(0);
        return new ReversedLine(
                line.lineId(),
                line.item().productId(),
                line.item().performanceObligationId(),
                Objects.toString(line.item().revenueTreatment(), null),
                line.item().period(),
                part.minus(tax),
                line.item().taxCategory().name(),
                line.taxRate().toString(),
                line.taxJurisdiction(),
                tax);
    }

    private static List<Subtotal> subtotals(List<ReversedLine> lines) {
        Map<List<String>, List<ReversedLine>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(
                        List.of(line.taxCategoryCode(), line.taxRate(), line.taxJurisdiction()),
                        any -> new ArrayList<>())
                .add(line));
        return groups.entrySet().stream()
                .map(group -> new Subtotal(
                        group.getKey().get(0),
                        group.getKey().get(1),
                        group.getKey().get(2),
                        group.getValue().stream()
                                .map(ReversedLine::netAmount)
                                .reduce(Money::plus)
                                .orElseThrow(),
                        group.getValue().stream()
                                .map(ReversedLine::taxAmount)
                                .reduce(Money::plus)
                                .orElseThrow(),
                        null,
                        null))
                .toList();
    }
}
