package io.counterfoil.customer.credit;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import io.counterfoil.customer.credit.CreditVerdict.Decision;
import io.counterfoil.customer.credit.CreditVerdict.ReasonCode;
import io.counterfoil.customer.hierarchy.Family;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Whether customers may have all that is wished for them at once: a later wish counts with the earlier ones of its whole family,
 * which shares the limits of those above. Where only one of them has a limit of its own that is too strict, never too lax; who is
 * refused here may be asked about alone.
 */
@Dependent
public class CreditOfMany {

    private final Database database;
    private final CheckCredit check;
    private final Family family;

    @Inject
    CreditOfMany(Database database, CheckCredit check, Family family) {
        this.database = database;
        this.check = check;
        this.family = family;
    }

    /** How much more a customer would like to have. */
    public record Wish(UUID customerId, Money amount) {}

    /** Whether it may. */
    public record Answer(String decision, String reasonCode, String reason) {

        private static Answer of(CreditVerdict verdict) {
            return new Answer(verdict.decision().name(), verdict.reasonCode().name(), verdict.reason());
        }
    }

    /** The answers in the order of the wishes; to none of them, where there is none (null). */
    public List<Answer> of(List<Wish> wishes) {
        Set<UUID> limited = limited(wishes.stream()
                .filter(Objects::nonNull)
                .map(Wish::customerId)
                .distinct()
                .toList());
        Map<UUID, Map<String, Money>> soFar = new HashMap<>();
        List<Answer> answers = new ArrayList<>();
        for (Wish wish : wishes) {
            answers.add(wish == null ? null : limited.contains(wish.customerId()) ? checked(wish, soFar) : unlimited());
        }
        return answers;
    }

    /** What the family was promised before counts in whatever currency: all of it uses up the same limits. */
    private Answer checked(Wish wish, Map<UUID, Map<String, Money>> soFar) {
        Map<String, Money> promised = soFar.computeIfAbsent(family(wish.customerId()), any -> new TreeMap<>());
        Answer answer = Answer.of(check.of(wish.customerId(), wish.amount(), promised.values()));
        if (!Decision.REFUSED.name().equals(answer.decision())) {
            promised.merge(wish.amount().currency(), wish.amount(), Money::plus);
        }
        return answer;
    }

    /** The topmost of those above: the limit of any of them may be the one that earlier wishes use up. */
    private UUID family(UUID customerId) {
        List<UUID> above = family.above(customerId, family.today());
        return above.isEmpty() ? customerId : above.get(above.size() - 1);
    }

    private static Answer unlimited() {
        return new Answer(Decision.APPROVED.name(), ReasonCode.NO_LIMIT.name(), "Nobody has set a limit");
    }

    /** Those who have a limit, stand below somebody or are billed to another, or may not buy at all; of the others there is nothing to work out. */
    private Set<UUID> limited(List<UUID> customers) {
        return new HashSet<>(database.query(
                        """
                                select c.id from customer c
                                where c.id = any(?) and (c.state not in ('PROSPECT', 'ACTIVE')
                                  or exists (select 1 from credit_terms t where t.customer_id = c.id)
                                  or exists (select 1 from customer_relationship r where r.customer_id = c.id and r.kind <> 'SHIP_TO'))
                                """,
                        customers)
                .list(row -> row.uuid("id")));
    }
}
