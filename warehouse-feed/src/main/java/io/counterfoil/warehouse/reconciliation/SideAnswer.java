package io.counterfoil.warehouse.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What billing and ledger answer, as far as it is needed here; the golden examples of both are in the tests. */
final class SideAnswer {

    private SideAnswer() {}

    static <T> T read(String body, Class<T> type) {
        try {
            return Json.lenient().readValue(body, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a side's answer can't be read as " + type.getSimpleName(), unreadable);
        }
    }

    /** All pages, one after the other. */
    static List<Document> allPages(Function<String, String> page) {
        List<Document> all = new ArrayList<>();
        String cursor = null;
        do {
            Documents answer = read(page.apply(cursor), Documents.class);
            answer.items().forEach(item -> all.add(item.toDocument()));
            cursor = answer.nextCursor();
        } while (cursor != null);
        return all;
    }

    /** How far a side is with billing's history, and with its own. */
    record Position(String source, long position, Position own) {}

    record Totals(long position, List<Counted> totals) {
        /** The totals of one side. */
        List<Total> of(Side side) {
            return totals.stream()
                    .filter(counted -> counted.side().equals(side.name()))
                    .map(counted -> counted.toTotal(side))
                    .toList();
        }
    }

    record Counted(
            String side, String legalEntityId, String currency, String kind, long count, Money amount, String digest) {
        Total toTotal(Side known) {
            return new Total(known, new Bucket(kind, legalEntityId, currency), count, amount.minor(), digest);
        }
    }

    record Documents(List<Item> items, String nextCursor) {}

    record Item(String documentId, String documentNumber, Money amount, Long ownPosition) {
        Document toDocument() {
            return new Document(documentId, documentNumber, amount.minor(), ownPosition);
        }
    }
}
