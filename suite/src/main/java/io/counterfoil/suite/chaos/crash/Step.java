package io.counterfoil.suite.chaos.crash;

import io.counterfoil.suite.broker.Topology;
import io.counterfoil.suite.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * One step of quote-to-cash, done by one server: a request that it answers, a step that it does elsewhere, facts that it
 * sends or takes.
 */
public record Step(String name, Part server, Kind kind, String of) {
    private static final String EVENT = "io.counterfoil.common.event.";

    /** What a step is made of. */
    enum Kind {
        /** A resource answers a caller; what is named is its class. */
        REQUEST,
        /** A worker does something in another system; what is named is the kind of step. */
        WORK,
        /** A relay sends what is in the outbox. */
        RELAY,
        /** A consumer takes what is in a queue. */
        QUEUE
    }

    /** Every step, in the order in which a deal goes through them. */
    public static List<Step> all() {
        List<Step> steps = new ArrayList<>();
        steps.add(request(
                "the CRM tells of a deal", Part.ORDER, "io.counterfoil.order.channel.OutboundMessageResource.receive"));
        steps.add(work("fetch-opportunity"));
        steps.add(work("resolve-customer"));
        steps.add(request(
                "customer-service takes a customer",
                Part.CUSTOMER,
                "io.counterfoil.customer.onboarding.OnboardingResource.onboard"));
        steps.add(work("write-back-to-crm"));
        steps.add(request(
                "the gateway tells of a payment",
                Part.BILLING,
                "io.counterfoil.billing.stripe.StripeResource.receive"));
        for (Part producer : List.of(Part.CUSTOMER, Part.ORDER, Part.BILLING, Part.LEDGER)) {
            steps.add(new Step(producer.label() + " sends its facts", producer, Kind.RELAY, ""));
        }
        for (String queue : new TreeSet<>(Topology.QUEUES.keySet())) {
            Part consumer = Part.valueOf(queue.substring(0, queue.indexOf('.')).toUpperCase(Locale.ROOT));
            steps.add(new Step(consumer.label() + " takes from " + queue, consumer, Kind.QUEUE, queue));
        }
        return List.copyOf(steps);
    }

    private static Step request(String name, Part server, String method) {
        return new Step(name, server, Kind.REQUEST, method);
    }

    private static Step work(String kind) {
        return new Step("step " + kind, Part.ORDER, Kind.WORK, kind);
    }

    /** The rule that ends the server at this moment, the nth time. */
    public String rule(Moment moment, int nth) {
        return switch (kind) {
            case REQUEST -> request(moment, nth);
            case WORK -> work(moment, nth);
            case RELAY -> relay(moment, nth);
            case QUEUE -> queue(moment, nth);
        };
    }

    /** The answer has left when the next request comes: then it is after the acknowledgement of the one before. */
    private String request(Moment moment, int nth) {
        String type = of.substring(0, of.lastIndexOf('.'));
        String method = of.substring(of.lastIndexOf('.') + 1);
        return switch (moment) {
            case BEFORE_THE_EFFECT -> Rule.kill(id(moment), type, method, "AT ENTRY", "TRUE", nth);
            case BEFORE_THE_ACKNOWLEDGEMENT -> Rule.kill(id(moment), type, method, "AT EXIT", "TRUE", nth);
            case AFTER_THE_ACKNOWLEDGEMENT -> Rule.kill(id(moment), type, method, "AT ENTRY", "TRUE", nth + 1);
        };
    }

    private String work(Moment moment, int nth) {
        String type = "io.counterfoil.common.step.StepWorker";
        String mine = "$1.kind().equals(\"" + of + "\")";
        String one =
                switch (moment) {
                    case BEFORE_THE_EFFECT -> Rule.kill(id(moment), type, "attempt", "AT ENTRY", mine, nth);
                    case BEFORE_THE_ACKNOWLEDGEMENT ->
                        Rule.kill(id(moment), type, "attempt", "AFTER INVOKE StepHandler.run", mine, nth);
                    case AFTER_THE_ACKNOWLEDGEMENT -> Rule.kill(id(moment), type, "attempt", "AT EXIT", mine, nth);
                };
        return one + workOfASet(moment, type);
    }

    /** Steps that are due together are done together: the first set that is, is ended. */
    private String workOfASet(Moment moment, String type) {
        String id = id(moment) + ", of a set";
        String mine = "$1.equals(\"" + of + "\")";
        return switch (moment) {
            case BEFORE_THE_EFFECT -> Rule.kill(id, type, "attemptAll", "AT ENTRY", mine, 1);
            case BEFORE_THE_ACKNOWLEDGEMENT ->
                Rule.kill(id, type, "attemptAll", "AFTER INVOKE StepHandler.runAll", mine, 1);
            case AFTER_THE_ACKNOWLEDGEMENT -> Rule.kill(id, type, "attemptAll", "AT EXIT", mine, 1);
        };
    }

    private String relay(Moment moment, int nth) {
        String type = EVENT + "OutboxRelay";
        return switch (moment) {
            case BEFORE_THE_EFFECT -> Rule.kill(id(moment), type, "send", "AT INVOKE ClientProducer.send", "TRUE", nth);
            case BEFORE_THE_ACKNOWLEDGEMENT ->
                Rule.kill(id(moment), type, "send", "AFTER INVOKE ClientSession.commit", "TRUE", nth);
            case AFTER_THE_ACKNOWLEDGEMENT ->
                new Rule(id(moment) + " sent", type, "send", "AT EXIT", "$! > 0", "flag(\"sent\")").text()
                        + Rule.kill(id(moment), type, "relayOnce", "AT EXIT", "flagged(\"sent\")", nth);
        };
    }

    private String queue(Moment moment, int nth) {
        String type = EVENT + "QueueReader";
        String mine = "$this.queue.equals(\"" + of + "\")";
        return switch (moment) {
            case BEFORE_THE_EFFECT -> Rule.kill(id(moment), type, "emit", "AT ENTRY", mine, nth);
            case BEFORE_THE_ACKNOWLEDGEMENT -> Rule.kill(id(moment), type, "emit", "AT EXIT", mine, nth);
            case AFTER_THE_ACKNOWLEDGEMENT -> Rule.kill(id(moment), type, "take", "AT EXIT", mine, nth);
        };
    }

    private String id(Moment moment) {
        return name + ", " + moment.words();
    }
}
