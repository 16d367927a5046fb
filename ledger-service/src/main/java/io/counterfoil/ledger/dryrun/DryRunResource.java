package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.audit.NoChange;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.posting.Rehearsal;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The door to dry runs: facts are fetched first, then tried in a transaction that is rolled back. */
@RequestScoped
@Path("/v1/posting-rules/{id}/dry-runs")
public class DryRunResource {

    private static final int USUAL = 200;
    private static final Set<Purpose> WITHOUT_RULES = EnumSet.of(Purpose.MANUAL, Purpose.REVERSAL);

    @Inject
    Rulebook rulebook;

    @Inject
    PostedEntries entries;

    @Inject
    EventArchive archive;

    @Inject
    TryRule tryRule;

    @POST
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR})
    @NoChange
    public DryRunJson dryRun(@PathParam("id") String id, @Valid @NotNull DryRunJson.Request asked) {
        PostingRule rule = rulebook.find(id, asked.version()).orElseThrow(() -> new NotFound("posting rule", id));
        if (WITHOUT_RULES.contains(rule.purpose())) {
            throw new PurposeNotTried(rule);
        }
        if (asked.from() != null && asked.to() != null && asked.to().isBefore(asked.from())) {
            throw new Invalid("/to", "must not be before from");
        }
        int limit = asked.limit() == null ? USUAL : asked.limit();
        List<Posted> past = entries.of(rule, asked.from(), asked.to(), limit + 1);
        boolean more = past.size() > limit;
        List<Posted> tried = new ArrayList<>(more ? past.subList(0, limit) : past);
        if (tried.stream().noneMatch(Posted::isFact) && PostedEntries.isOurOwn(rule.purpose())) {
            return answer(rule, asked, tried, tally(rule, tried, Map.of()), 0, more);
        }
        List<Posted> parked = entries.parked(limit);
        tried.addAll(parked);
        Map<UUID, Envelope> facts = archive.facts(tried.stream()
                .filter(Posted::isFact)
                .map(Posted::eventId)
                .distinct()
                .toList());
        int all = tried.size();
        tried.removeIf(each -> each.isFact() && !facts.containsKey(each.eventId()));
        int missing = all - tried.size();
        tried.removeIf(each -> each.entryId() == null && !concerns(rule, facts.get(each.eventId())));
        return answer(rule, asked, tried, tally(rule, tried, facts), missing, more);
    }

    private static boolean concerns(PostingRule rule, Envelope parked) {
        return Rehearsal.concerns(parked.type()) && rule.legalEntityId().equals(parked.legalEntity());
    }

    private Tally tally(PostingRule rule, List<Posted> tried, Map<UUID, Envelope> facts) {
        try {
            tryRule.handle(rule, tried, facts);
            throw new IllegalStateException("a dry run was stored");
        } catch (TryRule.NothingStored outcome) {
            return outcome.tally();
        }
    }

    private static DryRunJson answer(
            PostingRule rule, DryRunJson.Request asked, List<Posted> tried, Tally tally, int missing, boolean more) {
        return new DryRunJson(
                rule.ruleId(),
                rule.version(),
                rule.legalEntityId(),
                rule.purpose(),
                asked.from(),
                asked.to(),
                tried.size(),
                tally.same(),
                tally.count(DryRunJson.Outcome.DIFFERENT),
                tally.count(DryRunJson.Outcome.NEWLY_POSTED),
                tally.count(DryRunJson.Outcome.REFUSED),
                missing,
                more,
                tally.accounts(),
                tally.entries());
    }
}
