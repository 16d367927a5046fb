package io.counterfoil.billing.tax;

import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import java.util.Map;

/**
 * The policies by which one document is taxed.
 *
 * @param splits does each part of a service period bear the rate of its own days?
 * @param versions the policies that were used, for the document
 */
record TaxTerms(TaxRounding rounding, boolean splits, Map<String, String> versions) {

    private static final PolicyName[] USED = {
        PolicyName.ROUNDING_TAX, PolicyName.TAX_ROUNDING, PolicyName.TAX_INCLUSIVE, PolicyName.TAX_RATE_CHANGE
    };

    static TaxTerms of(TaxQuestion question, PolicyBook book) {
        String currency = question.lines().get(0).net().currency();
        return new TaxTerms(
                new TaxRounding(
                        value(book, PolicyName.ROUNDING_TAX, question).step(currency),
                        value(book, PolicyName.TAX_ROUNDING, question).is("LINE"),
                        value(book, PolicyName.TAX_INCLUSIVE, question).is("TAX_FIRST")),
                value(book, PolicyName.TAX_RATE_CHANGE, question).is("SPLIT_PERIOD"),
                book.versions(question.scope(), question.taxPoint(), USED));
    }

    private static io.counterfoil.billing.policy.PolicyValue value(
            PolicyBook book, PolicyName policy, TaxQuestion question) {
        return book.value(policy, question.scope(), question.taxPoint());
    }
}
