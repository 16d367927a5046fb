package io.counterfoil.customer.matching;

import io.counterfoil.common.db.Database;
import io.counterfoil.customer.reference.ExternalReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fictitious companies by number: each with a name, domain and address of its own, and a second way to write it. */
final class Population {

    private static final String[] FIRST = {"Amber", "Birch", "Cobalt", "Dune", "Ember", "Fjord", "Garnet", "Harbour"};
    private static final String[] SECOND = {"Logistics", "Robotics", "Foods", "Textiles", "Energy", "Optics", "Freight"
    };
    private static final String[] FORMS = {"Inc.", "GmbH", "Ltd.", "S.p.A.", "SAS"};
    private static final String[] SPELT = {"Incorporated", "G.m.b.H.", "Limited", "SpA", "S.A.S."};

    private Population() {}

    static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    static String name(int number) {
        return stem(number) + " " + FORMS[number % FORMS.length];
    }

    private static String stem(int number) {
        return FIRST[number % FIRST.length] + " " + word(number) + " " + SECOND[number / FIRST.length % SECOND.length];
    }

    /** A word that no other number has. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("K");
        int rest = number;
        for (int i = 0; i < 6; i++) {
            word.append("bdfgklmnprstvz".charAt(rest % 14)).append("aiou".charAt(rest % 4));
            rest /= 14;
        }
        return word.toString();
    }

    static String email(int number) {
        return "billing@company-" + number + ".example";
    }

    private static Place place(int number) {
        return Place.of("DE", String.valueOf(10000 + number % 80000), number % 97 + " Muster Street");
    }

    static Likeness likeness(int number) {
        return Likeness.of(name(number), email(number), null, place(number));
    }

    /** Six of ten are customers written otherwise, two are new, one is misspelt, one is known by its reference. */
    static Account account(int number, int population) {
        int kind = number % 10;
        int whom = (int) ((long) number * 7919 % population);
        ExternalReference reference = new ExternalReference("crm", kind == 9 ? "known-" + whom : "account-" + number);
        String otherwise = stem(whom).toUpperCase() + ", " + SPELT[whom % SPELT.length];
        return switch (kind) {
            case 6, 7 ->
                new Account(
                        reference, List.of(), Likeness.of(name(population + number), email(population + number), null));
            case 8 ->
                new Account(
                        reference,
                        List.of(),
                        Likeness.of(misspelt(name(whom)), email(whom).replace("billing", "ap"), null));
            default -> new Account(reference, List.of(), Likeness.of(otherwise, email(whom), null, place(whom)));
        };
    }

    /** Two letters swapped in the word that is its own. */
    private static String misspelt(String name) {
        int at = name.indexOf(" K") + 3;
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    static void fill(Database database, int from, int to) {
        List<Object[]> customers = new ArrayList<>();
        List<Object[]> keys = new ArrayList<>();
        List<Object[]> references = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Likeness likeness = likeness(i);
            customers.add(new Object[] {
                id(i),
                "C-" + i,
                1L,
                "ACTIVE",
                name(i),
                i % 97 + " Muster Street",
                String.valueOf(10000 + i % 80000),
                "DE",
                email(i),
                30,
                likeness.nameKey(),
                likeness.domain(),
                Instant.EPOCH,
                Instant.EPOCH
            });
            likeness.keys().forEach(key -> keys.add(new Object[] {key, id(customers.size() - 1 + from)}));
            references.add(new Object[] {"crm", "known-" + i, id(i), Instant.EPOCH});
        }
        database.append(
                "customer",
                "id, customer_number, version, state, legal_name, line1, postal_code, country, email, payment_terms_days, name_key,"
                        + " domain, created_at, changed_at",
                customers);
        database.append("match_key", "key, customer_id", keys);
        database.append("customer_reference", "system, external_id, customer_id, linked_at", references);
    }
}
