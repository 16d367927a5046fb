package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.allowance.DocumentTerms;
import io.counterfoil.billing.discount.Discounts;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.tax.TaxPort;
import io.counterfoil.billing.tax.TaxQuestion;
import io.counterfoil.billing.tax.TaxQuote;
import io.counterfoil.billing.tax.TaxedBefore;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives bills their amounts, a set at a time; nothing is written. */
@Dependent
class ComposeBills {

    private final TaxPort taxes;
    private final Policies policies;
    private final Discounts discounts;
    private final DocumentTerms terms;
    private final LinesTakenBack takenBack;

    @Inject
    ComposeBills(TaxPort taxes, Policies policies, Discounts discounts, DocumentTerms terms, LinesTakenBack takenBack) {
        this.takenBack = takenBack;
        this.taxes = taxes;
        this.policies = policies;
        this.discounts = discounts;
        this.terms = terms;
    }

    List<ComposedBill> compose(List<Bill> due) {
        return completed(complete(due));
    }

    /** What items come to without the tax that their prices include. */
    List<Money> nets(Agreement agreement, List<BillableItem> items, LocalDate day) {
        return taxes.withoutTax(question(agreement, items, day, takenBack.of(items.stream())));
    }

    /** The same for bills on which everything is already. */
    List<ComposedBill> completed(List<Bill> bills) {
        PolicyBook book = policies.book(
                bills.stream().map(bill -> ComposedBill.scope(bill.agreement())).collect(Collectors.toSet()));
        Map<UUID, TaxedBefore> before = takenBack.of(bills.stream().flatMap(bill -> bill.items().stream()));
        List<TaxQuote> quotes = taxes.quote(bills.stream()
                .map(bill -> question(bill.agreement(), bill.items(), bill.day(), before))
                .toList());
        return IntStream.range(0, bills.size())
                .mapToObj(i -> ComposedBill.of(bills.get(i), quotes.get(i), book))
                .toList();
    }

    /** With what is missing to a promise, what comes off its lines, and what lowers or raises all of it. */
    private List<Bill> complete(List<Bill> due) {
        List<List<BillableItem>> lines = discounts.compose(due.stream()
                .map(bill -> new Discounts.Items(bill.items(), bill.day()))
                .toList());
        PolicyBook book = policies.book(
                due.stream().map(bill -> ComposedBill.scope(bill.agreement())).collect(Collectors.toSet()));
        List<List<BillableItem>> all = terms.compose(IntStream.range(0, due.size())
                .mapToObj(i -> asked(due.get(i), inSteps(due.get(i), lines.get(i), book)))
                .toList());
        return IntStream.range(0, due.size())
                .mapToObj(i -> due.get(i).of(DocumentParts.inOrder(inSteps(due.get(i), all.get(i), book))))
                .toList();
    }

    /** What was made at the composition is rounded to the steps of lines too; what was sold in steps is already. */
    private static List<BillableItem> inSteps(Bill bill, List<BillableItem> lines, PolicyBook book) {
        PolicyValue steps = book.value(PolicyName.ROUNDING_LINE, ComposedBill.scope(bill.agreement()), bill.day());
        return steps.step(bill.agreement().currency()) == 1
                ? lines
                : lines.stream().map(line -> line.at(steps.rounded(line.net()))).toList();
    }

    private static DocumentTerms.Asked asked(Bill bill, List<BillableItem> lines) {
        Agreement agreement = bill.agreement();
        return new DocumentTerms.Asked(
                bill.invoiceId(),
                agreement.legalEntityId(),
                agreement.customerId(),
                agreement.contractId(),
                agreement.agreementId(),
                bill.day(),
                lines);
    }

    private static TaxQuestion question(
            Agreement agreement, List<BillableItem> items, LocalDate day, Map<UUID, TaxedBefore> before) {
        return new TaxQuestion(
                day,
                ComposedBill.scope(agreement),
                new TaxQuestion.Buyer(
                        agreement.customerId(),
                        agreement.taxCountry(),
                        agreement.taxRegion(),
                        agreement.vatCountries()),
                items.stream().map(item -> line(item, before)).toList());
    }

    private static TaxQuestion.Line line(BillableItem item, Map<UUID, TaxedBefore> before) {
        TaxQuestion.Line line = new TaxQuestion.Line(item.taxCategory(), item.net(), item.productId(), item.period());
        TaxedBefore original = item.originalLineId() == null ? null : before.get(item.originalLineId());
        if (original == null) {
            return line;
        }
        return DocumentParts.isOfAll(item) ? line.taxedAs(original) : line.takingBack(original);
    }
}
