package io.counterfoil.suite.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;

/** What is played and what must come of it; amounts are decimal strings in the transaction's currency. */
record Script(
        List<Transaction> transactions, List<Payment> payments, List<TrialBalance> trialBalances, List<Total> totals) {

    /**
     * One business transaction.
     *
     * @param key names it, and its opportunity in the CRM
     * @param order the body of an order that comes by API, without a CRM
     * @param resend how often the CRM repeats its message, all at once
     * @param waits it starts next month
     * @param ends the state in which its process ends
     * @param missing the milestones that are overdue at the end
     * @param revenue what is earned of it by the end of the first month, at a point in time apart
     */
    record Transaction(
            String key,
            String customer,
            String entity,
            String currency,
            String title,
            JsonNode order,
            int resend,
            MissingMapping missingMapping,
            String sameCustomerAs,
            boolean waits,
            String cancelBecause,
            String ends,
            String revenue,
            List<Invoice> invoices,
            List<String> missing) {

        Transaction {
            missing = missing == null ? List.of() : missing;
        }

        boolean isFromCrm() {
            return order == null;
        }
    }

    /** The mapping that is missing at first, and the class of the exception that says so. */
    record MissingMapping(String externalCode, String productId, @JsonProperty("class") String trouble) {}

    /** An invoice as it stands at the end, in the order of issue. */
    record Invoice(String net, String tax, String payable, String open, String state) {}

    /**
     * A customer pays the first invoice of a transaction.
     *
     * @param anonymous says neither what it is for nor whose it is, so that finance must find out
     */
    record Payment(String of, String amount, String outcome, boolean anonymous) {}

    /** The books of one legal entity at the end, and the zone in which its days are counted. */
    record TrialBalance(String entity, String zone, String currency, List<Line> lines) {}

    /** One account, with its balance on the side where it stands. */
    record Line(String account, String name, String debit, String credit) {}

    /** What all sides must agree on. */
    record Total(String entity, String currency, String kind, int documents, String amount) {}

    ZoneId zone(String entity) {
        return trialBalances.stream()
                .filter(books -> books.entity().equals(entity))
                .map(books -> ZoneId.of(books.zone()))
                .findFirst()
                .orElseThrow();
    }

    Transaction transaction(String key) {
        return transactions.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
