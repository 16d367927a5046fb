package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.demo.Script.MissingMapping;
import io.counterfoil.suite.demo.Script.Payment;
import io.counterfoil.suite.demo.Script.Transaction;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the people of the script do, one act after the other; each act ends when its effects are there. */
final class Play {

    private final Script script;
    private final Books books;
    private final Crm crm;
    private final Played played;
    private final Gateway gateway;
    private final Access access;
    private final BusinessTime time;
    private final Map<Transaction, String> anonymous = new LinkedHashMap<>();

    Play(Script script, Books books, Crm crm, Played played, Access access) {
        this.script = script;
        this.books = books;
        this.crm = crm;
        this.played = played;
        this.access = access;
        this.gateway = new Gateway(access.anonymous(Endpoint.GATEWAY));
        this.time = access.time();
    }

    /** Deals are won in the CRM, one order comes by API, one message is repeated. */
    void dealsAreWon() {
        List<Transaction> first = script.transactions().stream()
                .filter(transaction -> transaction.sameCustomerAs() == null)
                .toList();
        first.forEach(this::order);
        first.stream()
                .filter(transaction -> transaction.resend() > 0)
                .forEach(transaction -> crm.repeatMessage(transaction.key(), transaction.resend()));
        first.forEach(transaction -> played.awaitState(transaction, nextRest(transaction)));
    }

    /** A customer whom we know comes with another account of the CRM. */
    void knownCustomersComeAgain() {
        List<Transaction> again = script.transactions().stream()
                .filter(transaction -> transaction.sameCustomerAs() != null)
                .toList();
        again.forEach(this::order);
        again.forEach(transaction -> played.awaitState(transaction, nextRest(transaction)));
    }

    /** Whoever owns the exception mends its cause and replays it. */
    void causesAreMended(Checks checks) {
        for (Transaction transaction : script.transactions()) {
            if (transaction.missingMapping() != null) {
                mend(transaction, transaction.missingMapping(), checks);
            }
        }
    }

    void ordersAreCancelled() {
        for (Transaction transaction : script.transactions()) {
            if (transaction.cancelBecause() != null) {
                String path = "/v1/orders/" + played.orderId(transaction) + "/cancellation";
                access.client(Endpoint.ORDER, "sales")
                        .post(path, Map.of("reason", transaction.cancelBecause()))
                        .expect(200);
                played.awaitState(transaction, "CANCELLED");
            }
        }
        time.settle();
    }

    void customersPay() {
        for (Payment payment : script.payments()) {
            Transaction transaction = script.transaction(payment.of());
            String reference = gateway.pay(
                    payment.anonymous() ? null : firstInvoice(transaction),
                    payment.anonymous() ? null : transaction.customer(),
                    payment.amount(),
                    transaction.currency(),
                    payment.outcome());
            if (payment.anonymous()) {
                anonymous.put(transaction, reference);
            }
        }
        time.settle();
    }

    /** Finance finds out what money without a name was for, and applies it. */
    void moneyFindsItsPlace(Checks checks) {
        Api finance = access.client(Endpoint.BILLING, "finance");
        anonymous.forEach((transaction, reference) -> {
            JsonNode payment = books.payment(reference);
            String id = payment.path("paymentId").asText();
            checks.equal(
                    transaction.key() + ", unapplied at first",
                    payment.path("amount").toString(),
                    payment.path("unappliedAmount").toString());
            checks.equal(
                    transaction.key() + ", exceptions for finance",
                    1,
                    books.openAtBilling(id).size());
            finance.post("/v1/payments/" + id + "/applications", Map.of("invoiceNumber", firstInvoice(transaction)))
                    .expect(201);
            checks.equal(
                    transaction.key() + ", exceptions after",
                    0,
                    books.openAtBilling(id).size());
        });
        time.settle();
    }

    private String firstInvoice(Transaction transaction) {
        JsonNode invoice = books.invoices(played.orderId(transaction)).get(0);
        return invoice.path("invoiceNumber").asText();
    }

    /** The clock goes on; what waited for its day gets there. */
    void monthPasses(FirstDay first) {
        first.monthPasses(time);
        script.transactions().forEach(transaction -> played.awaitState(transaction, transaction.ends()));
        time.settle();
    }

    private void order(Transaction transaction) {
        if (transaction.isFromCrm()) {
            crm.win(transaction.key());
            return;
        }
        JsonNode placed = access.client(Endpoint.ORDER, "partner")
                .post("/v1/orders", transaction.order())
                .expect(201)
                .json();
        played.became(transaction, placed.path("orderId").asText());
    }

    /** At the desk where the exceptions of all services lie: what is wrong, whose it is, what mends it; then it is tried again. */
    private void mend(Transaction transaction, MissingMapping missing, Checks checks) {
        JsonNode held = played.awaitState(transaction, "HELD");
        Api desk = access.client(Endpoint.WAREHOUSE, "operator");
        String exception = "/v1/workbench/exceptions/order-service/"
                + held.path("exceptionId").asText();
        JsonNode parked = desk.get(exception).expect(200).json();
        checks.equal(
                transaction.key() + " is parked as",
                missing.trouble(),
                parked.path("class").asText());
        String owner = parked.path("owner").asText();
        String remedy = parked.path("remedy").asText();
        checks.holds(transaction.key() + " names an owner", !owner.isEmpty());
        checks.holds(transaction.key() + " names a remedy", !remedy.isEmpty());
        played.note(
                transaction,
                "was held, and lay at the workbench: %s (owner: %s). %s"
                        .formatted(parked.path("reason").asText(), owner, remedy));
        String mapping = "/v1/product-mappings/salesforce/" + missing.externalCode();
        access.client(Endpoint.ORDER, "operator")
                .put(mapping, Map.of("productId", missing.productId()))
                .ok();
        new SecondPerson(access).approve(Endpoint.ORDER, mapping);
        desk.send("POST", exception + "/replay", null).ok();
        played.awaitState(transaction, transaction.ends());
    }

    /** Where a transaction comes to rest before anybody does something more about it. */
    private static String nextRest(Transaction transaction) {
        if (transaction.missingMapping() != null) {
            return "HELD";
        }
        return transaction.waits() ? "AWAITING_ACTIVATION" : transaction.ends();
    }
}
