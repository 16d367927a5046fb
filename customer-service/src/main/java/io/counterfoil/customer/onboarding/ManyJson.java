package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.customer.credit.CreditOfMany;
import io.counterfoil.customer.customer.CustomerJson;
import io.counterfoil.customer.reference.ExternalReference;
import java.util.List;

/** What goes over the wire about many customers at once. */
public final class ManyJson {

    private static final int MOST = 200;

    private ManyJson() {}

    /** Many words, all to be taken in the same way. */
    public record Words(String handling, List<Item> items) {

        void check() {
            if (items == null || items.isEmpty() || items.size() > MOST) {
                throw new Invalid("/items", "must be 1 to " + MOST);
            }
            if (handling != null && !handling.equals("refuse") && !handling.equals("record")) {
                throw new Invalid("/handling", "can be refuse or record");
            }
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                if (item == null || item.system() == null || item.id() == null || item.customer() == null) {
                    throw new Invalid("/items/" + i, "needs system, id and customer");
                }
                item.check("/items/" + i);
            }
        }
    }

    /**
     * What is said of one customer.
     *
     * @param wanted how much more it would like to have; null where its credit is not asked for
     * @param correlationId of the business transaction that it belongs to; null: the request's
     */
    public record Item(
            String system, String id, JsonNode customer, Money wanted, String correlationId, String traceParent) {

        private static final int LONGEST = 100;

        private void check(String at) {
            if (wanted != null && wanted.isNegative()) {
                throw new Invalid(at + "/wanted", "is below zero");
            }
            if (correlationId != null && correlationId.length() > LONGEST) {
                throw new Invalid(at + "/correlationId", "has more than " + LONGEST + " characters");
            }
            if (traceParent != null && traceParent.length() > LONGEST) {
                throw new Invalid(at + "/traceParent", "has more than " + LONGEST + " characters");
            }
        }

        Word word(String handling) {
            return new Word(
                    new ExternalReference(system, id), Said.of(customer, null, handling), correlationId, traceParent);
        }
    }

    /** What became of each, in the order in which they were sent. */
    public record Answers(List<Answer> items) {}

    /** What became of one: the status and the record that the single operation would have answered, or its problem. */
    public record Answer(int status, CustomerJson.View customer, CreditOfMany.Answer credit, Trouble problem) {}

    /** Why one was refused. */
    public record Trouble(String code, String detail) {

        static Trouble of(Refusal refusal) {
            return new Trouble(refusal.code(), refusal.getMessage());
        }
    }
}
