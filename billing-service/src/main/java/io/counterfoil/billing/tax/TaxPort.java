package io.counterfoil.billing.tax;

import io.counterfoil.common.money.Money;
import java.util.List;

/**
 * Where tax comes from: the built-in table, or an engine outside. It answers or refuses; nothing is ever issued untaxed
 * because it was silent.
 */
public interface TaxPort {

    /**
     * Answers for a set of documents, in their order.
     *
     * @throws TaxSourceDown which names the documents for which the source does not answer
     * @throws io.counterfoil.common.http.Refusal of class TAX where a rate is missing
     */
    List<TaxQuote> quote(List<TaxQuestion> questions);

    /**
     * What is left of each line without the tax that its price includes, each for itself, by what is known here: nobody is
     * asked, so it never refuses. Where no rate is known a price includes nothing.
     */
    List<Money> withoutTax(TaxQuestion question);
}
