package io.counterfoil.ledger.postingrule;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.util.List;

/** Lets the newest version of a rule hold, or not; never by whom it was given. */
@UseCase
class DecidePostingRule {

    private final PostingRules rules;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    DecidePostingRule(PostingRules rules, BusinessClock clock, Outbox outbox) {
        this.rules = rules;
        this.clock = clock;
        this.outbox = outbox;
    }

    PostingRule handle(String id, boolean approved, String by) {
        rules.lock(id);
        PostingRule newest = rules.newest(id).orElseThrow(() -> new NotFound("posting rule", id));
        RuleState state = rules.state(newest);
        if (!state.name().equals(RuleState.PROPOSED)) {
            throw new IllegalMove(
                    "Posting rule " + id + " version " + newest.version(), state.name(), "be decided", List.of());
        }
        if (state.givenBy().equals(by)) {
            throw new RuleNeedsAnotherPerson(newest);
        }
        rules.decide(newest, approved, by, clock.now());
        if (approved) {
            outbox.publish(PostingRuleJson.of(newest).activated(state.givenBy(), by, clock.now()));
        }
        return newest;
    }
}
