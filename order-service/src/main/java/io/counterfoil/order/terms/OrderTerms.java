package io.counterfoil.order.terms;

import io.counterfoil.order.pricebook.PriceScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What a channel asks for. Nothing here has been checked; what is missing is null. */
public record OrderTerms(
        String legalEntityId,
        String currency,
        LocalDate startDate,
        Integer termMonths,
        Integer paymentTermsDays,
        String purchaseOrderReference,
        List<LineTerms> lines,
        PriceScope scope,
        String timeZone) {

    /** Whose prices are those of the legal entity, whoever buys. */
    public OrderTerms(
            String legalEntityId,
            String currency,
            LocalDate startDate,
            Integer termMonths,
            Integer paymentTermsDays,
            String purchaseOrderReference,
            List<LineTerms> lines) {
        this(
                legalEntityId,
                currency,
                startDate,
                termMonths,
                paymentTermsDays,
                purchaseOrderReference,
                lines,
                PriceScope.of(legalEntityId),
                null);
    }

    /** Of a customer whose days begin with those of the seller. */
    public OrderTerms(
            String legalEntityId,
            String currency,
            LocalDate startDate,
            Integer termMonths,
            Integer paymentTermsDays,
            String purchaseOrderReference,
            List<LineTerms> lines,
            PriceScope scope) {
        this(
                legalEntityId,
                currency,
                startDate,
                termMonths,
                paymentTermsDays,
                purchaseOrderReference,
                lines,
                scope,
                null);
    }

    /** The legal entities that sell the lines, that of the order first where it sells any. */
    List<String> sellers() {
        return lines.stream().map(this::seller).distinct().toList();
    }

    /** What one legal entity sells of it. */
    OrderTerms soldBy(String seller) {
        return new OrderTerms(
                seller,
                currency,
                startDate,
                termMonths,
                paymentTermsDays,
                purchaseOrderReference,
                lines.stream()
                        .filter(line -> Objects.equals(seller(line), seller))
                        .toList(),
                new PriceScope(seller, scope.region(), scope.segment(), scope.channel()),
                timeZone);
    }

    /** Where the lines of a part stand in the whole. */
    List<Integer> places(String seller) {
        return IntStream.range(0, lines.size())
                .filter(i -> Objects.equals(seller(lines.get(i)), seller))
                .boxed()
                .toList();
    }

    private String seller(LineTerms line) {
        return line.legalEntityId() == null ? legalEntityId : line.legalEntityId();
    }
}
