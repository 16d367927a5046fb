package io.counterfoil.billing.collection;

import io.counterfoil.billing.collection.Collections.Planned;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** When invoices are collected, and when again, as the policies say. */
@Dependent
class CollectionPlan {

    private final Policies policies;
    private final Collections collections;

    @Inject
    CollectionPlan(Policies policies, Collections collections) {
        this.policies = policies;
        this.collections = collections;
    }

    void plan(Collection<Invoice> invoices, LocalDate earliest) {
        List<Invoice> open =
                invoices.stream().filter(one -> one.open().isPositive()).toList();
        if (open.isEmpty()) {
            return;
        }
        PolicyBook book = policies.book(open.stream().map(CollectionPlan::scope).collect(Collectors.toSet()));
        collections.plan(open.stream()
                .map(invoice -> new Planned(invoice, day(book, invoice, earliest)))
                .toList());
    }

    /** The day after a failure; empty when it is not tried again. */
    Optional<LocalDate> after(Attempt failed, Invoice invoice, LocalDate day) {
        Scope scope = scope(invoice);
        PolicyBook book = policies.book(List.of(scope));
        RetrySchedule schedule = new RetrySchedule(
                book.value(PolicyName.COLLECTION_RETRY_DAYS, scope, day).days(),
                book.value(PolicyName.COLLECTION_HARD_DECLINE, scope, day).is("RETRY"));
        return schedule.after(failed.number(), failed.ending().decline(), day);
    }

    private static LocalDate day(PolicyBook book, Invoice invoice, LocalDate earliest) {
        LocalDate day =
                switch (book.value(PolicyName.COLLECTION_MODE, scope(invoice), invoice.issueDate())
                        .value()) {
                    case "ISSUE" -> invoice.issueDate();
                    case "DUE_DATE" -> invoice.dueDate();
                    default -> null;
                };
        return day == null || earliest == null || day.isAfter(earliest) ? day : earliest;
    }

    private static Scope scope(Invoice invoice) {
        return Scope.of(invoice.legalEntityId(), invoice.order().contractId());
    }
}
