package io.counterfoil.warehouse.fact;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The facts, read page by page. */
@ApplicationScoped
class Facts {

    @Inject
    Database database;

    Page<FactJson.Wire> page(FactKind kind, FactFilter filter, String cursor, int size) {
        Place after = Place.of(cursor);
        List<FactJson.Wire> found = database.query(
                        kind.select(),
                        after.position(),
                        after.rowKey(),
                        filter.legalEntity(),
                        filter.legalEntity(),
                        filter.currency(),
                        filter.currency(),
                        filter.customerId(),
                        filter.customerId(),
                        filter.document(),
                        filter.document(),
                        filter.from(),
                        filter.from(),
                        filter.to(),
                        filter.to(),
                        size + 1)
                .list(kind::read);
        return Page.of(found, size, fact -> Place.at(fact.origin()));
    }

    /** What facts are asked for; null means any. */
    record FactFilter(
            String legalEntity, String currency, UUID customerId, String document, LocalDate from, LocalDate to) {}

    private record Place(long position, String rowKey) {

        static String at(FactJson.Origin origin) {
            return Cursor.of(origin.archivePosition() + "|" + origin.rowKey());
        }

        static Place of(String cursor) {
            String key = Cursor.key(cursor);
            if (key == null) {
                return new Place(0, "");
            }
            String[] parts = key.split("\\|", 2);
            if (parts.length == 2 && parts[0].matches("\\d{1,18}")) {
                return new Place(Long.parseLong(parts[0]), parts[1]);
            }
            throw new Invalid("?cursor", "is no cursor of this list; take it from nextCursor");
        }
    }
}
