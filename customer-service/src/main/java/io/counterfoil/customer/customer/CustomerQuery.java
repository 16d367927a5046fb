package io.counterfoil.customer.customer;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.customer.matching.Likeness;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lists of customers and of the versions of one. */
@Dependent
class CustomerQuery {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final Customers customers;

    @Inject
    CustomerQuery(Database database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    /** Those who meet all filters that are given, oldest first. */
    Page<GoldenRecord> list(Filters filters, String cursor, Integer limit) {
        int size = Page.size(limit);
        StringBuilder sql = new StringBuilder("select id from customer c where id > ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(after(cursor));
        filters.addTo(sql, parameters);
        sql.append(" order by id limit ?");
        parameters.add(size + 1);
        List<UUID> ids = database.query(sql.toString(), parameters.toArray()).list(row -> row.uuid("id"));
        return Page.of(customers.list(ids), size, customer -> Cursor.of(customer.customerId()));
    }

    /** The versions of a customer, newest first. */
    Page<CustomerJson.VersionView> versions(UUID customerId, String cursor, Integer limit) {
        int size = Page.size(limit);
        long before = cursor == null || cursor.isEmpty() ? Long.MAX_VALUE : Cursor.toLong(cursor);
        List<CustomerJson.VersionView> found = database.query(
                        """
                        select * from customer_version where customer_id = ? and version < ? order by version desc limit ?
                        """,
                        customerId,
                        before,
                        size + 1)
                .list(CustomerQuery::version);
        if (found.isEmpty()) {
            customers.get(customerId);
        }
        return Page.of(found, size, version -> Cursor.of(version.version()));
    }

    private static UUID after(String cursor) {
        String key = Cursor.key(cursor);
        try {
            return key == null ? BEFORE_ALL : UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("?cursor", "is no cursor of this list; take it from nextCursor");
        }
    }

    private static CustomerJson.VersionView version(Row row) {
        String matchedBy = row.text("matched_by");
        return new CustomerJson.VersionView(
                row.longValue("version"),
                row.instant("changed_at"),
                row.instant("effective_from"),
                row.text("changed_by"),
                row.text("source"),
                matchedBy == null ? null : MatchedBy.valueOf(matchedBy),
                row.text("reason"),
                row.text("changed_attributes"),
                row.text("golden_record"));
    }

    /** What was asked for; null asks for nothing. */
    record Filters(String taxId, String name, String reference, CustomerState state) {

        private void addTo(StringBuilder sql, List<Object> parameters) {
            if (taxId != null) {
                String bare = TaxRegistration.bare(taxId);
                sql.append(" and exists (select 1 from tax_registration t where t.customer_id = c.id")
                        .append(" and (t.tax_key = ? or (t.tax_key = ? and t.country = ?)))");
                parameters.addAll(List.of(bare, unprefixed(bare), countryOf(bare)));
            }
            if (name != null) {
                sql.append(" and name_key like ? and name_key <> ''");
                parameters.add(Likeness.nameKey(name) + "%");
            }
            if (reference != null) {
                sql.append(" and exists (select 1 from customer_reference r where r.customer_id = c.id")
                        .append(" and (r.external_id = ? or r.system || ':' || r.external_id = ?))");
                parameters.add(reference);
                parameters.add(reference);
            }
            if (state != null) {
                sql.append(" and state = ?");
                parameters.add(state);
            }
        }

        private static String unprefixed(String bare) {
            return bare.length() > 2 ? bare.substring(2) : bare;
        }

        private static String countryOf(String bare) {
            String prefix = bare.length() > 2 ? bare.substring(0, 2) : "";
            return prefix.equals("EL") ? "GR" : prefix;
        }
    }
}
