package io.counterfoil.customer.onboarding;

import io.counterfoil.common.audit.KeepsTrail;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.security.Roles;
import io.counterfoil.customer.credit.CreditOfMany;
import io.counterfoil.customer.credit.CreditOfMany.Wish;
import io.counterfoil.customer.customer.CustomerJson;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.onboarding.OnboardCustomer.Onboarded;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many customers by the ids of other systems, each by itself: what is wrong with one stops no other. */
@RequestScoped
@Path("/v1/customers/by-reference")
public class OnboardingOfManyResource {

    @Inject
    OnboardMany many;

    @Inject
    OnboardCustomer one;

    @Inject
    ParkAmbiguity park;

    @Inject
    CreditOfMany credit;

    /** The same again changes nothing, so it needs no key. */
    @POST
    @KeepsTrail
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR})
    public ManyJson.Answers onboard(ManyJson.Words words) {
        words.check();
        List<Outcome> outcomes = words.items().stream()
                .map(item -> Outcome.of(item, words.handling()))
                .toList();
        Map<Word, Onboarded> plain = many.handle(outcomes.stream()
                .map(Outcome::word)
                .filter(word -> word != null)
                .toList());
        outcomes.forEach(outcome -> outcome.settle(plain, this::alone));
        return new ManyJson.Answers(answers(words.items(), outcomes));
    }

    private Onboarded alone(Word word) {
        Map<Word, Onboarded> found = new HashMap<>();
        word.within(() -> found.put(word, one(word)));
        return found.get(word);
    }

    private Onboarded one(Word word) {
        try {
            return one.handle(word.reference(), word.said());
        } catch (AmbiguousMatch undecided) {
            park.handle(word.reference(), word.said(), undecided);
            throw undecided;
        }
    }

    private List<ManyJson.Answer> answers(List<ManyJson.Item> items, List<Outcome> outcomes) {
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Onboarded onboarded = outcomes.get(i).onboarded;
            boolean asks = onboarded != null && items.get(i).wanted() != null;
            wishes.add(
                    asks
                            ? new Wish(
                                    onboarded.customer().customerId(),
                                    items.get(i).wanted())
                            : null);
        }
        List<CreditOfMany.Answer> credits = credit.of(wishes);
        List<ManyJson.Answer> answers = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            answers.add(outcomes.get(i).answer(credits.get(i)));
        }
        return answers;
    }

    /** What becomes of one. */
    private static final class Outcome {
        private Word word;
        private Onboarded onboarded;
        private Refusal refused;

        static Outcome of(ManyJson.Item item, String handling) {
            Outcome outcome = new Outcome();
            try {
                outcome.word = item.word(handling);
            } catch (Refusal unreadable) {
                outcome.refused = unreadable;
            }
            return outcome;
        }

        Word word() {
            return word;
        }

        void settle(Map<Word, Onboarded> plain, java.util.function.Function<Word, Onboarded> alone) {
            onboarded = plain.get(word);
            if (onboarded == null && word != null) {
                try {
                    onboarded = alone.apply(word);
                } catch (Refusal no) {
                    refused = no;
                }
            }
        }

        ManyJson.Answer answer(CreditOfMany.Answer credit) {
            return onboarded == null
                    ? new ManyJson.Answer(refused.status(), null, null, ManyJson.Trouble.of(refused))
                    : new ManyJson.Answer(
                            onboarded.isNew() ? 201 : 200,
                            new CustomerJson.View(onboarded.customer(), onboarded.by()),
                            credit,
                            null);
        }
    }
}
