package io.counterfoil.customer.ownership;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.customer.ownership.OwnershipRule.Authority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of one matrix, and what they say. Where no cell speaks of an item, nobody owns it. */
record MatrixRules(List<OwnershipRule> rules) {

    /** How the people who use the API of this service are called in the matrix. */
    static final String PEOPLE = "customer-service";

    static final String CUSTOMER = "CUSTOMER";
    static final MatrixRules NONE = new MatrixRules(List.of());

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]{0,39}");
    private static final Pattern TRANSITION = Pattern.compile("[A-Z_]{1,20}>[A-Z_]{1,20}");
    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,39}");
    private static final int MOST = 500;

    Optional<OwnershipRule> owner(String item) {
        return rules.stream()
                .filter(rule -> rule.object().equals(CUSTOMER) && rule.item().equals(item))
                .filter(rule -> rule.right() == Right.OWNS)
                .findFirst();
    }

    /** What the system may do with the item; empty where nobody owns it. */
    Optional<Right> right(String item, String system) {
        if (owner(item).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rules.stream()
                .filter(rule -> rule.object().equals(CUSTOMER) && rule.item().equals(item))
                .filter(rule -> rule.system().equals(system))
                .map(OwnershipRule::right)
                .findFirst()
                .orElse(Right.READS));
    }

    /** Refuses a matrix that can't be followed: each item has one owner, and a native one is ours. */
    MatrixRules checked() {
        List<FieldError> errors = new ArrayList<>();
        if (rules.isEmpty() || rules.size() > MOST) {
            throw new Invalid("/rules", "must be 1 to " + MOST);
        }
        Set<String> cells = new HashSet<>();
        Set<String> owned = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            OwnershipRule rule = rules.get(i);
            String at = "/rules/" + i;
            if (incomplete(rule)) {
                errors.add(new FieldError(at, "needs object, item, system, right and authority"));
            } else {
                names(rule, at, errors);
                twice(rule, at, cells, owned, errors);
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return this;
    }

    private static boolean incomplete(OwnershipRule rule) {
        return rule.object() == null
                || rule.item() == null
                || rule.system() == null
                || rule.right() == null
                || rule.authority() == null;
    }

    private static void names(OwnershipRule rule, String at, List<FieldError> errors) {
        if (!NAME.matcher(rule.object()).matches()) {
            errors.add(new FieldError(at + "/object", "is no name such as CUSTOMER"));
        }
        boolean transition = TRANSITION.matcher(rule.item()).matches();
        boolean group = rule.object().equals(CUSTOMER)
                ? Arrays.stream(AttributeGroup.values())
                        .anyMatch(known -> known.name().equals(rule.item()))
                : NAME.matcher(rule.item()).matches();
        if (!transition && !group) {
            errors.add(new FieldError(
                    at + "/item",
                    "is neither a transition such as ACTIVE>SUSPENDED nor one of "
                            + Arrays.toString(AttributeGroup.values()).toUpperCase(Locale.ROOT)));
        }
        if (!SYSTEM.matcher(rule.system()).matches()) {
            errors.add(new FieldError(at + "/system", "is no name of a system"));
        }
        boolean ours = rule.system().equals(PEOPLE);
        if (rule.right() == Right.OWNS
                && rule.object().equals(CUSTOMER)
                && ours != (rule.authority() == Authority.NATIVE)) {
            errors.add(new FieldError(at + "/authority", "is NATIVE where " + PEOPLE + " owns, else FEDERATED"));
        }
    }

    private static void twice(
            OwnershipRule rule, String at, Set<String> cells, Set<String> owned, List<FieldError> errors) {
        String item = rule.object() + " " + rule.item();
        if (!cells.add(item + " " + rule.system())) {
            errors.add(new FieldError(at, "is the second of its object, item and system"));
        }
        if (rule.right() == Right.OWNS && !owned.add(item)) {
            errors.add(new FieldError(at + "/right", "gives the item a second owner"));
        }
    }
}
