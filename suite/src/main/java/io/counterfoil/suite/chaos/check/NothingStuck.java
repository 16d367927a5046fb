package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.broker.Queues;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Part;

/** No order is silently stuck, no exception without an owner, no letter dead, no step forgotten. */
record NothingStuck(Look look, Access access) implements Check {

    @Override
    public String promise() {
        return "nothing is silently stuck";
    }

    @Override
    public void look(Findings findings) {
        for (Part server : Part.servers()) {
            look.rows(server, "select origin, code, reason, owner from exception where state in ('OPEN', 'ASSIGNED')")
                    .forEach(row -> findings.wrong("%s has an open exception: %s %s (owner %s): %s"
                            .formatted(
                                    server.label(),
                                    row.text("origin"),
                                    row.text("code"),
                                    row.text("owner"),
                                    row.text("reason"))));
            look.rows(server, "select kind, subject, state, last_failure from step where state <> 'DONE'")
                    .forEach(row -> findings.lost("%s has an unfinished step: %s of %s, %s: %s"
                            .formatted(
                                    server.label(),
                                    row.text("kind"),
                                    row.text("subject"),
                                    row.text("state"),
                                    row.text("last_failure"))));
        }
        look.rows(
                        Part.ORDER,
                        "select order_number, state, reason from quote_to_cash where state not in ('COMPLETED', 'REJECTED', 'CANCELLED')")
                .forEach(row -> findings.lost("order %s is in %s: %s"
                        .formatted(row.text("order_number"), row.text("state"), row.text("reason"))));
        Queues queues = access.queues();
        findings.many("dead letters", 0, queues.count(Queues.DEAD_LETTERS));
        queues.waiting().forEach((queue, count) -> findings.many("messages left in " + queue, 0, count));
    }
}
