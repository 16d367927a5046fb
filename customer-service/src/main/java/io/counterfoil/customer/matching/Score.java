package io.counterfoil.customer.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for two records being one company, from 0 to 100, with the reasons. Each piece of evidence has a weight;
 * none but the name may carry a match alone, and a name that is only similar never makes it sure.
 *
 * @param sure from {@link #SURE} points on, with a name that is the same however written
 */
record Score(int points, boolean sure, List<String> evidence) {

    static final int SURE = 80;
    static final int WORTH_A_LOOK = 65;

    private static final int NAME = 60;
    private static final int SIMILAR = 750;

    static Score of(Likeness given, Likeness known, boolean taxIdsContradict) {
        int alike = Spelling.likeness(given.name(), known.name());
        if (alike < SIMILAR) {
            return new Score(0, false, List.of());
        }
        List<String> evidence = new ArrayList<>();
        int points = NAME * alike / Spelling.IDENTICAL;
        evidence.add(alike >= Spelling.SAME ? "same name" : "similar name");
        points += forms(given.name().form(), known.name().form(), evidence);
        points += domains(given.domain(), known.domain(), evidence);
        points += places(given.place(), known.place(), evidence);
        if (taxIdsContradict) {
            points -= 20;
            evidence.add("another tax id");
        }
        int total = Math.max(0, Math.min(100, points));
        return new Score(total, total >= SURE && alike >= Spelling.SAME, List.copyOf(evidence));
    }

    private static int forms(String one, String other, List<String> evidence) {
        if (one.equals(other)) {
            return 0;
        }
        if (one.isEmpty() || other.isEmpty()) {
            evidence.add("legal form named once");
            return -3;
        }
        evidence.add("another legal form");
        return -30;
    }

    private static int domains(String one, String other, List<String> evidence) {
        if (one == null || other == null) {
            return 0;
        }
        evidence.add(one.equals(other) ? "same domain" : "another domain");
        return one.equals(other) ? 25 : -15;
    }

    private static int places(Place one, Place other, List<String> evidence) {
        if (one.elsewhere(other)) {
            evidence.add("another country");
            return -15;
        }
        if (!one.sameArea(other)) {
            return 0;
        }
        evidence.add(one.sameStreet(other) ? "same address" : "same postal code");
        return one.sameStreet(other) ? 20 : 8;
    }

    boolean isWorthALook() {
        return points >= WORTH_A_LOOK;
    }
}
