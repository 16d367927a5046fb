package io.counterfoil.suite.chaos.crash;

import io.counterfoil.suite.stack.Part;
import java.util.List;
import java.util.stream.Stream;

/**
 * A defect that is planted to see whether the checks find it: rules in a server's JVM, or a configuration that nobody should
 * have. It is taken away before the next one is planted.
 *
 * @param kills the rules end the server at the line where the defect hurts
 * @param paused stands still while the first deals come in, so that it takes many events at once
 */
public record Defect(String name, Part server, String rules, boolean kills, Part paused, Configuration configuration) {
    private static final String DATABASE = "io.counterfoil.common.db.Database";
    private static final String READER = "io.counterfoil.common.event.QueueReader";
    private static final String RELAY = "io.counterfoil.common.event.OutboxRelay";

    /** What is not a rule. */
    public enum Configuration {
        AS_IT_SHOULD_BE,
        NO_DEAD_LETTER_ADDRESS,
        SIDES_OF_PAYMENTS_SWAPPED
    }

    /** None, so that what the checks find is seen to come from the others; then all. */
    public static List<Defect> all() {
        return Stream.of(ofTheWay(), ofTheBooks(), ofTheDoors())
                .flatMap(List::stream)
                .toList();
    }

    /** Of events on their way. */
    private static List<Defect> ofTheWay() {
        return List.of(
                rules("no defect", Part.LEDGER, ""),
                rules(
                        "inbox skipped",
                        Part.LEDGER,
                        sql(
                                "query",
                                "insert into inbox",
                                "$1 = \"with consumer as (select ?::text) select e.id as event_id from "
                                        + "unnest(?::uuid[], ?::text[], ?::bigint[]) as e(id, source, position)\"")),
                acknowledgedBeforeCommit(),
                outboxAfterCommit(),
                rules(
                        "marked sent before sending",
                        Part.BILLING,
                        sql(
                                "update",
                                "with todo as",
                                "$1 = $1.replace(\"set position = position\", \"set sent = sent + 1, position = position\")")));
    }

    /** Of sums and their order. */
    private static List<Defect> ofTheBooks() {
        return List.of(
                configured("sides of a payment's entry swapped", Configuration.SIDES_OF_PAYMENTS_SWAPPED),
                rules(
                        "rounding per line instead of per invoice",
                        Part.BILLING,
                        returns("io.counterfoil.billing.tax.TaxRounding", "perLine", "TRUE")),
                new Defect(
                        "order of one aggregate ignored",
                        Part.WAREHOUSE,
                        new Rule(
                                        "reversed",
                                        READER,
                                        "drain",
                                        "AT EXIT",
                                        "$!.size() > 1",
                                        "java.util.Collections.reverse($!)")
                                .text(),
                        false,
                        Part.WAREHOUSE,
                        Configuration.AS_IT_SHOULD_BE));
    }

    /** Of what is asked and answered, and the rest. */
    private static List<Defect> ofTheDoors() {
        return List.of(
                rules(
                        "idempotency key not bound to the body",
                        Part.ORDER,
                        returns("io.counterfoil.common.http.RequestFacts", "bodyHash", "\"one\"")),
                relayByLastId(),
                rules(
                        "tax error taken as 0 %",
                        Part.BILLING,
                        returns("io.counterfoil.billing.tax.Rate", "inSteps", "java.math.BigDecimal.ZERO")),
                configured("dead-letter address missing", Configuration.NO_DEAD_LETTER_ADDRESS),
                rules(
                        "timeline that omits payments",
                        Part.WAREHOUSE,
                        sql(
                                "query",
                                "select * from event where position = any",
                                "$1 = $1 + \" and type not like '%.payment.%'\"")));
    }

    /** The second batch is acknowledged as it comes, and the server ends before it is taken. */
    private static Defect acknowledgedBeforeCommit() {
        String rule =
                """
                RULE acknowledged first
                CLASS %s
                METHOD take
                AT ENTRY
                BIND last:org.apache.activemq.artemis.api.core.client.ClientMessage = $1.get($1.size() - 1)
                IF $this.queue.equals("ledger.billing-events") AND incrementCounter("taken") == 2
                DO last.acknowledge(), $this.session.commit(), killJVM()
                ENDRULE
                """
                        .formatted(READER);
        return killing("acknowledged before commit", Part.LEDGER, rule);
    }

    /** The change is committed, its fact is still to be written, and the server ends. */
    private static Defect outboxAfterCommit() {
        String rule =
                """
                RULE written later
                CLASS io.counterfoil.common.event.Outbox
                METHOD publishAll
                AT ENTRY
                BIND first:io.counterfoil.common.event.Outbox$Addressed = $1.get(0)
                IF first.fact().type().contains("invoice.issued") AND incrementCounter("issued") == 2
                DO flag("later"), RETURN
                ENDRULE
                """;
        String dies = new Rule(
                        "never written",
                        RELAY,
                        "relayOnce",
                        "AT EXIT",
                        "flagged(\"later\") AND incrementCounter(\"turns\") == 4",
                        "killJVM()")
                .text();
        return killing("outbox written after commit", Part.BILLING, rule + dies);
    }

    /** Some transactions take a while between their row in the outbox and their commit. */
    private static Defect relayByLastId() {
        String last = sql(
                "update",
                "with todo as",
                "$1 = $1.replace(\"where position is null order\", \"where position is null and seq > (select coalesce(max(seq), 0) "
                        + "from outbox where position is not null) order\")");
        String slow = new Rule(
                        "slow",
                        "io.counterfoil.common.event.Outbox",
                        "publishAll",
                        "AT EXIT",
                        "incrementCounter(\"published\") % 3 == 0",
                        "delay(700)")
                .text();
        return rules("relay by last id", Part.ORDER, last + slow);
    }

    private static Defect rules(String name, Part server, String rules) {
        return new Defect(name, server, rules, false, null, Configuration.AS_IT_SHOULD_BE);
    }

    private static Defect killing(String name, Part server, String rules) {
        return new Defect(name, server, rules, true, null, Configuration.AS_IT_SHOULD_BE);
    }

    private static Defect configured(String name, Configuration configuration) {
        return new Defect(name, Part.LEDGER, "", false, null, configuration);
    }

    /** Another statement instead of the one that begins like this. */
    private static String sql(String method, String begin, String action) {
        return new Rule(
                        "statement " + method,
                        DATABASE,
                        method + "(String, Object[])",
                        "AT ENTRY",
                        "$1.startsWith(\"" + begin + "\")",
                        action)
                .text();
    }

    private static String returns(String type, String method, String value) {
        return new Rule("answer of " + method, type, method, "AT ENTRY", "TRUE", "RETURN " + value).text();
    }
}
