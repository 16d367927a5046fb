package io.counterfoil.warehouse.fact;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** The query parameters of a list of facts. */
public class FactQuery {

    @QueryParam("legalEntityId")
    String legalEntityId;

    @QueryParam("currency")
    String currency;

    @QueryParam("customerId")
    String customerId;

    @QueryParam("document")
    String document;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("limit")
    String limit;

    @QueryParam("cursor")
    String cursor;

    String cursor() {
        return cursor;
    }

    int size() {
        return Page.size(parsed("limit", limit, Integer::valueOf, "is no whole number"));
    }

    Facts.FactFilter filter() {
        return new Facts.FactFilter(
                legalEntityId,
                currency,
                parsed("customerId", customerId, UUID::fromString, "is no UUID"),
                document,
                parsed("from", from, LocalDate::parse, "is no date"),
                parsed("to", to, LocalDate::parse, "is no date"));
    }

    private static <T> T parsed(String name, String value, Function<String, T> parser, String otherwise) {
        try {
            return value == null ? null : parser.apply(value);
        } catch (RuntimeException unreadable) {
            throw new Invalid("?" + name, otherwise);
        }
    }
}
