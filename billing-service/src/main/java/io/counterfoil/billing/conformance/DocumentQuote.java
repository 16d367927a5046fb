package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.RatingJson.OfDocument;
import io.counterfoil.billing.conformance.RatingJson.OfDocumentAnswer;
import io.counterfoil.billing.conformance.RatingJson.Request;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What lowers or raises the document as a whole, beside its lines.
 *
 * @param lineTotal what the lines come to, less what came off them
 * @param amounts below zero for allowances; a correction turns all signs
 */
record DocumentQuote(Money lineTotal, List<Money> amounts) {

    static DocumentQuote of(Request asked, Money lineTotal) {
        List<Money> amounts = new ArrayList<>();
        for (OfDocument one : asked.allowancesCharges() == null ? List.<OfDocument>of() : asked.allowancesCharges()) {
            amounts.add(LowersOrRaises.by(one.terms(), lineTotal, "/allowancesCharges/" + amounts.size()));
        }
        return new DocumentQuote(lineTotal, amounts);
    }

    /** The same as answered: what is left of each without the tax that it may include, and its tax. */
    List<OfDocumentAnswer> answer(List<Money> nets, List<Money> taxes) {
        int lines = nets.size() - amounts.size();
        return amounts.isEmpty()
                ? null
                : IntStream.range(0, amounts.size())
                        .mapToObj(i -> new OfDocumentAnswer(amounts.get(i), nets.get(lines + i), taxes.get(lines + i)))
                        .toList();
    }
}
