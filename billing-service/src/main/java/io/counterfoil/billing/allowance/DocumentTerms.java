package io.counterfoil.billing.allowance;

import io.counterfoil.billing.item.BillableItem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds to bills, a set at a time, what lowers or raises all of a document. Nothing is written. */
@Dependent
public class DocumentTerms {

    private final DocumentTermRows rows;

    @Inject
    DocumentTerms(DocumentTermRows rows) {
        this.rows = rows;
    }

    /** A bill that is complete but for this: by whom, for whom, when, and what is on it. */
    public record Asked(
            UUID billId,
            String legalEntityId,
            UUID customerId,
            UUID contractId,
            UUID agreementId,
            LocalDate day,
            List<BillableItem> items) {}

    /** The items of these bills with what is added to them, in their order. */
    public List<List<BillableItem>> compose(List<Asked> bills) {
        Map<String, List<DocumentTerm>> terms =
                rows.of(bills.stream().map(Asked::legalEntityId).collect(Collectors.toSet()));
        return bills.stream()
                .map(bill -> composed(bill, terms.get(bill.legalEntityId())))
                .toList();
    }

    private static List<BillableItem> composed(Asked bill, List<DocumentTerm> terms) {
        List<DocumentTerm> atWork = atWork(bill, terms);
        if (atWork.isEmpty()) {
            return bill.items();
        }
        Base base = Base.of(bill.items());
        List<BillableItem> all = new ArrayList<>(bill.items());
        atWork.forEach(term -> all.addAll(TermItems.of(term, bill, base)));
        return all;
    }

    private static List<DocumentTerm> atWork(Asked bill, List<DocumentTerm> terms) {
        return terms.stream()
                .filter(term -> term.hasBegunOn(bill.day()))
                .collect(Collectors.toMap(
                        DocumentTerm::termId,
                        term -> term,
                        (one, other) -> one.version() > other.version() ? one : other,
                        TreeMap::new))
                .values()
                .stream()
                .filter(term -> term.lastsOn(bill.day()) && term.concerns(bill.customerId(), bill.contractId()))
                .toList();
    }
}
