package io.counterfoil.ledger;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.ledger.account.AccountPublished;
import io.counterfoil.ledger.dimension.DimensionPublished;
import io.counterfoil.ledger.entity.AccountingPolicyChosen;
import io.counterfoil.ledger.manual.ManualEntryApproved;
import io.counterfoil.ledger.manual.TransactionExcluded;
import io.counterfoil.ledger.postingrule.PostingRuleActivated;
import io.counterfoil.ledger.rate.RatePublished;
import io.counterfoil.ledger.revaluation.BalancesRevalued;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ledger's own inputs are told as their examples say, and can be read again from them. */
class OwnExamplesTest {

    private static final Map<String, Class<? extends Fact>> FACTS = Map.of(
            "account-published.v1", AccountPublished.class,
            "posting-rule-activated.v1", PostingRuleActivated.class,
            "rate-published.v1", RatePublished.class,
            "accounting-policy-chosen.v1", AccountingPolicyChosen.class,
            "manual-entry-approved.v1", ManualEntryApproved.class,
            "balances-revalued.v1", BalancesRevalued.class,
            "transaction-excluded.v1", TransactionExcluded.class,
            "dimension-published.v1", DimensionPublished.class);

    @Test
    void what_is_read_from_an_example_is_told_like_it() {
        for (Map.Entry<String, Class<? extends Fact>> each : FACTS.entrySet()) {
            GoldenExample example = GoldenExample.of(each.getKey());
            example.assertProduces(example.envelope().dataAs(each.getValue()));
        }
    }
}
