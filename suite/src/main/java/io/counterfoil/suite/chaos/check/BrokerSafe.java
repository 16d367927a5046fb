package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.stack.Access;

/** What can't be delivered is kept: the broker has its queues, and an address for dead letters on every other address. */
record BrokerSafe(Access access) implements Check {

    @Override
    public String promise() {
        return "what can't be delivered is kept";
    }

    @Override
    public void look(Findings findings) {
        try {
            access.queues().requireSafe();
        } catch (IllegalStateException unsafe) {
            findings.wrong(unsafe.getMessage());
        }
        for (String address : new String[] {"customer.events", "order.events", "billing.events", "ledger.events"}) {
            findings.equal(
                    "dead-letter address of " + address,
                    "dead-letters",
                    access.queues().deadLetterAddress(address));
        }
    }
}
