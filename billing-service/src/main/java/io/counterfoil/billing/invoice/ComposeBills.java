package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.tax.TaxPort;
import io.counterfoil.billing.tax.TaxQuestion;
import io.counterfoil.billing.tax.TaxQuote;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives bills their amounts, a set at a time; nothing is written. */
@Dependent
class ComposeBills {

    private final TaxPort taxes;
    private final Policies policies;

    @Inject
    ComposeBills(TaxPort taxes, Policies policies) {
        this.taxes = taxes;
        this.policies = policies;
    }

    List<ComposedBill> compose(List<Bill> bills) {
        PolicyBook book = policies.book(
                bills.stream().map(bill -> ComposedBill.scope(bill.agreement())).collect(Collectors.toSet()));
        List<TaxQuote> quotes =
                taxes.quote(bills.stream().map(ComposeBills::question).toList());
        return IntStream.range(0, bills.size())
                .mapToObj(i -> ComposedBill.of(bills.get(i), quotes.get(i), book))
                .toList();
    }

    private static TaxQuestion question(Bill bill) {
        Agreement agreement = bill.agreement();
        return new TaxQuestion(
                bill.day(),
                ComposedBill.scope(agreement),
                new TaxQuestion.Buyer(
                        agreement.customerId(),
                        agreement.taxCountry(),
                        agreement.taxRegion(),
                        agreement.vatCountries()),
                bill.items().stream()
                        .map(item ->
                                new TaxQuestion.Line(item.taxCategory(), item.net(), item.productId(), item.period()))
                        .toList());
    }
}
