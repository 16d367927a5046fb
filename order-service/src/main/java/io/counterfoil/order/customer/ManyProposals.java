package io.counterfoil.order.customer;

import io.counterfoil.common.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Many buyers in one question to customer-service, and what it answers of each. */
record ManyProposals(String handling, List<Item> items) {

    /** One buyer; what it wants to buy is held against its credit. */
    record Item(
            String system,
            String id,
            CustomerProposal customer,
            Money wanted,
            String correlationId,
            String traceParent) {

        static Item of(Purchase purchase) {
            CustomerClaim claim = purchase.claim();
            return new Item(
                    claim.reference().system(),
                    claim.reference().id(),
                    CustomerProposal.of(claim),
                    purchase.value(),
                    purchase.correlationId(),
                    purchase.traceParent());
        }
    }

    /** In the order in which was asked. */
    record Answers(List<Answer> items) {

        /** Those with whom business can be done, by what was asked for. */
        Map<UUID, KnownCustomer> buyers(List<UUID> asked) {
            Map<UUID, KnownCustomer> buyers = new HashMap<>();
            for (int i = 0; i < asked.size() && i < items.size(); i++) {
                if (items.get(i).isBuyer()) {
                    buyers.put(asked.get(i), items.get(i).customer());
                }
            }
            return buyers;
        }
    }

    /** What became of one. */
    record Answer(int status, KnownCustomer customer, Credit credit) {

        boolean isBuyer() {
            boolean refused = credit != null && "REFUSED".equals(credit.decision());
            return (status == 200 || status == 201) && customer != null && !refused;
        }
    }

    /** Whether its credit suffices. */
    record Credit(String decision) {}
}
