package io.counterfoil.order.terms;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An order breaks rules. Its code is that of the rule that is broken first, so that the exception of a product without
 * mapping is called just that.
 */
public final class OrderNotAcceptable extends Refusal {

    private final transient List<Breach> breaches;
    private final String code;

    public OrderNotAcceptable(List<Breach> breaches) {
        super(
                422,
                breaches.get(0).rule().trouble(),
                breaches.stream().map(Breach::detail).collect(Collectors.joining("; ")),
                breaches.stream()
                        .map(breach -> breach.rule().remedy())
                        .distinct()
                        .collect(Collectors.joining(" ")));
        this.breaches = List.copyOf(breaches);
        this.code = breaches.get(0).rule().code();
    }

    public OrderNotAcceptable(Rule rule, String pointer, String detail) {
        this(List.of(new Breach(rule, pointer, detail)));
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<FieldError> errors() {
        return breaches.stream()
                .map(breach -> new FieldError(breach.pointer(), breach.detail()))
                .toList();
    }

    /** As a partner may read it. */
    public OrderNotAcceptable toOutsiders() {
        return new OrderNotAcceptable(breaches.stream().map(Breach::toOutsiders).toList());
    }

    /** The breaches of a part, pointing at the lines of the whole. */
    List<Breach> inTheWhole(List<Integer> places) {
        return breaches.stream()
                .map(breach -> breach.at(moved(breach.pointer(), places)))
                .toList();
    }

    private static String moved(String pointer, List<Integer> places) {
        String[] parts = pointer.split("/", 4);
        boolean line = parts.length > 2 && parts[1].equals("lines") && parts[2].matches("\\d{1,6}");
        if (!line || Integer.parseInt(parts[2]) >= places.size()) {
            return pointer;
        }
        parts[2] = String.valueOf(places.get(Integer.parseInt(parts[2])));
        return String.join("/", parts);
    }
}
