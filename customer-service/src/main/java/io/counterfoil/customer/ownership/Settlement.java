package io.counterfoil.customer.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.customer.ownership.Ownership.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a system's word has come to.
 *
 * @param result the record as it is to be
 * @param turned what of it was turned away
 */
public record Settlement(ObjectNode result, List<Turned> turned) {

    /** One attribute that stays as it is; owner is null where nobody owns it and another reference leads. */
    public record Turned(String attribute, String owner, JsonNode kept, JsonNode offered) {}

    /** Pure: the same matrix, record and word always come to the same. */
    static Settlement of(MatrixRules rules, Words words, String system, boolean leads) {
        ObjectNode result = words.now().deepCopy();
        List<Turned> turned = new ArrayList<>();
        for (String name : words.disputed()) {
            String item = AttributeGroup.of(name).name();
            Optional<Right> right = rules.right(item, system);
            JsonNode taken =
                    switch (right.orElse(leads ? Right.OWNS : Right.PROPOSES)) {
                        case OWNS -> words.replaced().get(name);
                        case PROPOSES -> words.filled().get(name);
                        case READS -> words.now().get(name);
                    };
            if (taken != null) {
                result.set(name, taken);
            }
            if (!Objects.equals(taken, words.replaced().get(name))) {
                String owner = rules.owner(item).map(OwnershipRule::system).orElse(null);
                turned.add(new Turned(
                        name, owner, words.now().get(name), words.replaced().get(name)));
            }
        }
        return new Settlement(result, List.copyOf(turned));
    }

    /** Refuses where an owner was passed over; names it. */
    public void requireNothingOwned(String system) {
        List<FieldError> errors = new ArrayList<>();
        String owner = "";
        for (Turned each : turned) {
            if (each.owner() != null) {
                owner = each.owner();
                errors.add(new FieldError("/" + each.attribute(), "is owned by " + owner));
            }
        }
        if (!errors.isEmpty()) {
            throw new NotSystemOfRecord(system, owner, errors);
        }
    }
}
