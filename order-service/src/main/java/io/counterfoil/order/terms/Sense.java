package io.counterfoil.order.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether terms make sense by themselves, without asking catalogue or price books. */
final class Sense {

    static final int USUAL_PAYMENT_TERMS = 30;
    private static final int LONGEST_TERM = 120;
    private static final int LONGEST_PAYMENT_TERMS = 180;
    private static final int MOST_LINES = 200;
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 5;

    private Sense() {}

    static List<Breach> of(OrderTerms asked, LocalDate today) {
        List<Breach> breaches = new ArrayList<>();
        checkDates(asked, today, breaches);
        Integer days = asked.paymentTermsDays();
        if (days != null && (days < 0 || days > LONGEST_PAYMENT_TERMS)) {
            breaches.add(notSensible(
                    "/paymentTermsDays",
                    "Payment terms of " + days + " days are not from 0 to " + LONGEST_PAYMENT_TERMS));
        }
        if (asked.lines().isEmpty() || asked.lines().size() > MOST_LINES) {
            breaches.add(new Breach(Rule.NOTHING_ORDERED, "/lines", "An order has from 1 to " + MOST_LINES + " lines"));
        }
        for (int i = 0; i < asked.lines().size(); i++) {
            checkLine(asked.lines().get(i), "/lines/" + i, breaches);
            checkPhase(asked.lines().get(i), asked.termMonths(), "/lines/" + i, breaches);
        }
        return breaches;
    }

    private static void checkDates(OrderTerms asked, LocalDate today, List<Breach> breaches) {
        LocalDate start = asked.startDate();
        if (start == null) {
            breaches.add(notSensible("/startDate", "The start date is missing"));
        } else if (start.isBefore(today.minusYears(YEARS_BACK)) || start.isAfter(today.plusYears(YEARS_AHEAD))) {
            breaches.add(notSensible("/startDate", "The start date " + start + " is too far from today, " + today));
        }
        Integer term = asked.termMonths();
        if (term == null || term < 1 || term > LONGEST_TERM) {
            breaches.add(notSensible("/termMonths", "A term of " + term + " months is not from 1 to " + LONGEST_TERM));
        }
    }

    private static void checkLine(LineTerms line, String at, List<Breach> breaches) {
        if (line.quantity() == null) {
            breaches.add(new Breach(
                    Rule.QUANTITY_NOT_USABLE,
                    at + "/quantity",
                    "The quantity of '" + line.code() + "' is no usable number"));
        }
        if (line.unitPrice() == null) {
            breaches.add(new Breach(
                    Rule.PRICE_NOT_USABLE,
                    at + "/unitPrice",
                    "The price of '" + line.code() + "' is no usable number"));
        }
    }

    /** A phase lies within the term of the order. */
    private static void checkPhase(LineTerms line, Integer term, String at, List<Breach> breaches) {
        if (term == null || term < 1 || term > LONGEST_TERM) {
            return;
        }
        if (line.startsAfterMonths() < 0 || line.startsAfterMonths() >= term) {
            breaches.add(notSensible(
                    at + "/startsAfterMonths",
                    "A line that starts after " + line.startsAfterMonths() + " months is not within the term"));
        } else if (line.lasts(term) < 1 || line.lasts(term) > term - line.startsAfterMonths()) {
            breaches.add(notSensible(
                    at + "/months", "A line of " + line.lasts(term) + " months does not end within the term"));
        }
    }

    private static Breach notSensible(String pointer, String detail) {
        return new Breach(Rule.TERMS_NOT_SENSIBLE, pointer, detail);
    }
}
