package io.counterfoil.customer.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks the matrix that is in force before anything about a customer changes. */
@Dependent
public class Ownership {

    private final Matrices matrices;
    private final RejectedChanges rejected;
    private final BusinessClock clock;

    @Inject
    public Ownership(Matrices matrices, RejectedChanges rejected, BusinessClock clock) {
        this.matrices = matrices;
        this.rejected = rejected;
        this.clock = clock;
    }

    /** Refuses a person's change of attributes that an outside system owns. */
    public void requirePeople(List<String> attributes) {
        MatrixRules rules = inForce();
        List<FieldError> errors = new ArrayList<>();
        String owner = "";
        for (String attribute : attributes) {
            Optional<OwnershipRule> other = rules.owner(
                            AttributeGroup.of(attribute).name())
                    .filter(rule -> !rule.system().equals(MatrixRules.PEOPLE));
            if (other.isPresent()) {
                owner = other.get().system();
                errors.add(new FieldError("/" + attribute, "is owned by " + owner));
            }
        }
        if (!errors.isEmpty()) {
            throw new NotSystemOfRecord(MatrixRules.PEOPLE, owner, errors);
        }
    }

    /** Refuses a move of state that another system owns; people move through our API as {@code customer-service}. */
    public void requireMove(String from, String to, String system) {
        ownerOfMove(from, to).filter(owner -> !owner.equals(system)).ifPresent(owner -> {
            throw new NotSystemOfRecord(
                    system, owner, List.of(new FieldError("/state", from + ">" + to + " is owned by " + owner)));
        });
    }

    /** Which system owns an attribute group; the people who use our API where the matrix names nobody. */
    public String ownerOf(String group) {
        return inForce().owner(group).map(OwnershipRule::system).orElse(MatrixRules.PEOPLE);
    }

    /** Who alone may make this move; empty where nobody owns it. */
    public Optional<String> ownerOfMove(String from, String to) {
        return inForce().owner(from + ">" + to).map(OwnershipRule::system);
    }

    /**
     * What becomes of a record when a system says something: of each attribute its word, or what is there.
     *
     * @param words what is there, and what it would be with the word of the system over it, and under it
     * @param leads whether the system's word counts where nobody owns the attribute
     */
    public Settlement settle(Words words, String system, boolean leads) {
        return Settlement.of(inForce(), words, system, leads);
    }

    /** What is there, what it would be if the system were right in all, and if it only filled what is empty. */
    public record Words(ObjectNode now, ObjectNode replaced, ObjectNode filled) {

        List<String> disputed() {
            List<String> names = new ArrayList<>();
            Iterator<String> all = replaced.fieldNames();
            while (all.hasNext()) {
                String name = all.next();
                if (!replaced.get(name).equals(now.get(name))) {
                    names.add(name);
                }
            }
            return names;
        }
    }

    /** Keeps what was turned away, once for each value that is offered. */
    public void record(UUID customerId, String system, List<Settlement.Turned> turned) {
        turned.forEach(each -> rejected.add(
                new RejectedChange(customerId, each.attribute(), system, each.kept(), each.offered()), each.owner()));
    }

    /** Keeps a move that was turned away. */
    public void recordMove(UUID customerId, String system, String owner, JsonNode from, JsonNode to) {
        rejected.add(new RejectedChange(customerId, "state", system, from, to), owner);
    }

    private MatrixRules inForce() {
        return matrices.inForce(clock.now());
    }
}
