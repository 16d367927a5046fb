package io.counterfoil.warehouse.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.warehouse.part.Gathered;
import io.counterfoil.warehouse.part.Part;
import io.counterfoil.warehouse.part.Parts;
import io.counterfoil.warehouse.part.Question;
import io.counterfoil.warehouse.part.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes a view of one account: all sections at once, each as it comes, none waits for one that is down. */
@ApplicationScoped
class Compose {

    private static final int NOT_FOUND = 404;

    @Inject
    Parts parts;

    /** @param account our id of the customer, or the id of an account in the CRM */
    View view(Audience audience, String account) {
        String customerId = customerId(account);
        List<Section> sections = audience.sections();
        Iterator<Reply> replies = parts.askAll(sections.stream()
                        .flatMap(section -> section.questions(customerId).stream())
                        .toList())
                .iterator();
        Map<String, JsonNode> given = new LinkedHashMap<>();
        List<View.Told> told = new ArrayList<>();
        for (Section section : sections) {
            List<Reply> own = section.questions(customerId).stream()
                    .map(question -> replies.next())
                    .toList();
            if (section.name().equals(View.ACCOUNT) && own.get(0).status() == NOT_FOUND) {
                throw new NotFound("account", account);
            }
            told.add(told(section, own));
            if (own.stream().allMatch(Reply::isGiven)) {
                given.put(section.name(), section.seen(own));
            }
        }
        return new View(customerId, given, told);
    }

    private static View.Told told(Section section, List<Reply> replies) {
        Gathered.Asked worst = Gathered.asked(replies).stream()
                .max(Comparator.comparing(Gathered.Asked::state))
                .orElseThrow();
        String reason = Section.isCut(replies) ? "there is more than is shown" : worst.reason();
        return new View.Told(section.name(), section.part().service(), worst.state(), reason);
    }

    private String customerId(String account) {
        try {
            return UUID.fromString(account).toString();
        } catch (IllegalArgumentException ofTheCrm) {
            return byReference(account);
        }
    }

    private String byReference(String account) {
        if (!account.matches("[A-Za-z0-9]{15,18}")) {
            throw new NotFound("account", account);
        }
        Reply reply = parts.ask(Question.of(Part.CUSTOMER, "/v1/customers/by-reference/{system}/{externalId}", Map.of())
                .at("salesforce", account));
        if (!reply.isUp()) {
            throw new AccountUnknownNow(reply);
        }
        if (!reply.isGiven()) {
            throw new NotFound("account", account);
        }
        return reply.body().path("customerId").asText();
    }

    /** Whose account of the CRM that is only customer-service knows, and it is away. */
    static final class AccountUnknownNow extends Refusal {
        AccountUnknownNow(Reply reply) {
            super(
                    503,
                    TroubleClass.DOWNSTREAM_DOWN,
                    reply.part().service() + " did not answer: " + reply.reason(),
                    "Ask again later, or by our own id of the customer.");
        }
    }
}
