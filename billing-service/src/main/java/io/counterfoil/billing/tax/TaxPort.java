package io.counterfoil.billing.tax;

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
}
