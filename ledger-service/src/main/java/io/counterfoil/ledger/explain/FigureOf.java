package io.counterfoil.ledger.explain;

import io.counterfoil.common.http.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads from a request's parameters which figure is meant: the report and its coordinates. */
final class FigureOf {

    /** What in the roll-forward is no credit. */
    static final List<String> NO_CREDITS = List.of("INVOICE", "RECOGNITION", "CONTRACT_ASSET");

    private final UnaryOperator<String> given;

    private FigureOf(UnaryOperator<String> given) {
        this.given = given;
    }

    static Figure of(UnaryOperator<String> parameters) {
        return new FigureOf(parameters).read();
    }

    private Figure read() {
        Figure.Kind kind = kind();
        YearMonth month = parsed("month", YearMonth::parse);
        LocalDate day = parsed("effectiveOn", LocalDate::parse);
        boolean within = kind == Figure.Kind.BILLED || kind == Figure.Kind.RECOGNISED || kind == Figure.Kind.CREDITED;
        LocalDate end = month == null ? day : month.atEndOfMonth();
        if (kind == Figure.Kind.TRIAL_BALANCE) {
            required("account");
        }
        if (kind != Figure.Kind.ENTRY) {
            required("legalEntityId");
        } else {
            required("entryId");
        }
        return new Figure(
                kind,
                given.apply("legalEntityId"),
                given.apply("account"),
                controlKind(kind),
                given.apply("currency"),
                within && month != null ? month.atDay(1) : null,
                end,
                parsed("knownAt", Instant::parse),
                purposes(kind),
                given.apply("productId"),
                parsed("invoiceId", UUID::fromString),
                parsed("contractId", UUID::fromString),
                parsed("customerId", UUID::fromString),
                parsed("entryId", UUID::fromString));
    }

    private Figure.Kind kind() {
        try {
            return Figure.Kind.valueOf(required("figure"));
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("?figure", "must be one of " + Arrays.toString(Figure.Kind.values()));
        }
    }

    private static String controlKind(Figure.Kind kind) {
        return switch (kind) {
            case DEFERRED, BILLED, CREDITED -> "DEFERRED_REVENUE";
            case RECEIVABLE -> "RECEIVABLES";
            case TRIAL_BALANCE, RECOGNISED, ENTRY -> null;
        };
    }

    private static List<String> purposes(Figure.Kind kind) {
        return kind == Figure.Kind.BILLED ? List.of("INVOICE") : List.of();
    }

    private String required(String name) {
        String text = given.apply(name);
        if (text == null || text.isBlank()) {
            throw new Invalid("?" + name, "is required");
        }
        return text;
    }

    private <T> T parsed(String name, Function<String, T> parser) {
        String text = given.apply(name);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new Invalid("?" + name, "'" + text + "' can't be read");
        }
    }
}
