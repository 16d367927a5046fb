package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.broker.Queues;
import io.counterfoil.suite.broker.Topology;
import io.counterfoil.suite.stack.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Every event that was put out was sent, in its place, and taken by each whose queue lets its type in. */
record EventsAccounted(Look look, Queues queues) implements Check {
    private static final List<Part> PRODUCERS = List.of(Part.CUSTOMER, Part.ORDER, Part.BILLING, Part.LEDGER);

    @Override
    public String promise() {
        return "no event is unaccounted for";
    }

    @Override
    public void look(Findings findings) {
        for (Part producer : PRODUCERS) {
            sent(producer, findings);
            dense(producer, findings);
            archived(producer, findings);
        }
        Topology.QUEUES.forEach((queue, address) -> taken(queue, producer(address), findings));
    }

    private void sent(Part producer, Findings findings) {
        long unsent = look.number(producer, "select count(*) from outbox_unsent");
        findings.many("events that " + producer.label() + " has not sent", 0, unsent);
    }

    /** Positions 1 to n, and for each subject sequences 1 to m. */
    private void dense(Part producer, Findings findings) {
        long gaps = look.number(
                producer, "select coalesce(max(position), 0) - count(position) from outbox where position is not null");
        findings.equal("gaps among positions of " + producer.label(), 0L, gaps);
        long holes = look.number(
                producer,
                """
                select count(*) from (select 1 from outbox where sequence is not null group by subject
                                      having max(sequence) <> count(*) or min(sequence) <> 1) holes
                """);
        findings.equal("subjects with gaps in their sequence at " + producer.label(), 0L, holes);
    }

    private void taken(String queue, Part producer, Findings findings) {
        Part consumer = consumer(queue);
        Set<String> sent = new TreeSet<>();
        for (String type : look.texts(producer, "select distinct type from outbox")) {
            if (queues.letsIn(queue, type)) {
                sent.addAll(look.texts(producer, "select event_id::text from outbox where type = ?", type));
            }
        }
        Set<String> taken = look.texts(consumer, "select event_id::text from inbox where consumer = ?", queue);
        Set<String> never = new TreeSet<>(sent);
        never.removeAll(taken);
        if (!never.isEmpty()) {
            findings.lost("%d events of %s never reached %s: %s"
                    .formatted(never.size(), producer.label(), queue, some(never)));
        }
        taken.removeAll(sent);
        if (!taken.isEmpty()) {
            findings.wrong("%s took %d events that %s never put out: %s"
                    .formatted(queue, taken.size(), producer.label(), some(taken)));
        }
    }

    /** The archive holds each once, and each subject's in the order in which they were put out. */
    private void archived(Part producer, Findings findings) {
        String source = "/" + context(producer);
        Set<String> lost = new TreeSet<>(look.texts(producer, "select event_id::text from outbox"));
        lost.removeAll(look.texts(Part.WAREHOUSE, "select event_id::text from event where source = ?", source));
        if (!lost.isEmpty()) {
            findings.lost("%d events of %s are not in the archive: %s".formatted(lost.size(), source, some(lost)));
        }
        long disorder = look.number(
                Part.WAREHOUSE,
                """
                select count(*) from (select sequence < lag(sequence) over (partition by subject order by position) as back
                                      from event where source = ?) ordered where back
                """,
                source);
        findings.equal("events of " + source + " archived before an earlier one of their subject", 0L, disorder);
    }

    private static String some(Set<String> ids) {
        return String.join(", ", ids.stream().limit(3).toList());
    }

    private static String context(Part producer) {
        return producer.name().toLowerCase(Locale.ROOT);
    }

    private static Part producer(String address) {
        return Part.valueOf(address.substring(0, address.indexOf('.')).toUpperCase(Locale.ROOT));
    }

    private static Part consumer(String queue) {
        return Part.valueOf(queue.substring(0, queue.indexOf('.')).toUpperCase(Locale.ROOT));
    }
}
