package io.counterfoil.suite.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All checks, on a stack that has come to rest. */
public final class Checker {
    private final Access access;
    private final Asked asked;

    public Checker(Access access, Asked asked) {
        this.access = access;
        this.asked = asked;
    }

    /** What each promise was found to be; the list is empty where it holds. */
    public Map<String, List<Finding>> examine() {
        Map<String, List<Finding>> results = new LinkedHashMap<>();
        try (Look look = new Look(access)) {
            for (Check check : checks(look)) {
                Findings findings = new Findings(check.promise());
                try {
                    check.look(findings);
                } catch (RuntimeException unanswered) {
                    findings.wrong("could not be looked at: " + unanswered.getMessage());
                }
                results.put(check.promise(), findings.all());
            }
        }
        return results;
    }

    /** What must be true at any moment; a database that is away just now says nothing. */
    public List<Finding> sample() {
        List<Finding> found = new ArrayList<>();
        try (Look look = new Look(access)) {
            for (Check check : List.of(new InvoicesAddUp(look), new EntriesBalance(look))) {
                Findings findings = new Findings(check.promise());
                check.look(findings);
                found.addAll(findings.all());
            }
        } catch (IllegalStateException away) {
            return found;
        }
        return found;
    }

    private List<Check> checks(Look look) {
        Map<String, String> opportunities = opportunities();
        List<Check> checks = new ArrayList<>(List.of(
                new OrdersAsAsked(look, asked, opportunities),
                new BooksAsAsked(access, asked),
                new EventsAccounted(look, access.queues()),
                new FactsTold(look),
                new ActsPostedOnce(look),
                new JournalBalances(look, access),
                new ControlAccounts(look),
                new InvoicesAddUp(look)));
        checks.addAll(List.of(
                new NothingStuck(look, access),
                new CrmTold(access, asked),
                new GatewayAgrees(look, access, asked),
                new TimelinesTell(access, asked, opportunities),
                new NoDrift(access),
                new BrokerSafe(access)));
        return checks;
    }

    /** The record ids that the CRM gave to the deals. */
    private Map<String, String> opportunities() {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Deal deal : asked.deals()) {
            if (deal.channel() == Deal.Channel.CRM) {
                JsonNode record = access.anonymous(Endpoint.SALESFORCE)
                        .get("/control/records/Opportunity/" + deal.key())
                        .expect(200)
                        .json();
                ids.put(deal.key(), record.path("Id").asText());
            }
        }
        return ids;
    }
}
