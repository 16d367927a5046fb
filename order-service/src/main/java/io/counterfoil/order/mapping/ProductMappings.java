package io.counterfoil.order.mapping;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.order.mapping.ProductMapping.Key;
import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every version of every mapping there was, is, or is proposed. */
@Dependent
class ProductMappings implements Revisions.Shelf<Key, ProductMapping> {

    private final Database database;

    @Inject
    ProductMappings(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "product mapping";
    }

    @Override
    public void lock(Key key) {
        database.query("select pg_advisory_xact_lock(hashtextextended(?, 61)) is null as held", "mapping " + key)
                .one(row -> row.bool("held"));
    }

    @Override
    public Optional<ProductMapping> newest(Key key) {
        return database.query(
                        """
                        select * from product_mapping_version where system = ? and external_code = ?
                        order by version desc limit 1
                        """,
                        key.system(),
                        key.externalCode())
                .one(ProductMappings::read);
    }

    /** What was approved and holds on that day. */
    Optional<ProductMapping> asOf(Key key, LocalDate day) {
        return database.query(
                        """
                        select * from product_mapping_version
                        where system = ? and external_code = ? and state = 'APPROVED' and valid_from <= ?
                        order by valid_from desc, version desc limit 1
                        """,
                        key.system(),
                        key.externalCode(),
                        day)
                .one(ProductMappings::read)
                .filter(found -> found.revision().validTo() == null
                        || found.revision().validTo().isAfter(day));
    }

    List<ProductMapping> after(Key key, int limit) {
        return database.query(
                        """
                        select distinct on (system, external_code) * from product_mapping_version
                        where (system, external_code) > (?, ?)
                        order by system, external_code, version desc limit ?
                        """,
                        key.system(),
                        key.externalCode(),
                        limit)
                .list(ProductMappings::read);
    }

    List<ProductMapping> versions(Key key, long after, int limit) {
        return database.query(
                        """
                        select * from product_mapping_version where system = ? and external_code = ? and version > ?
                        order by version limit ?
                        """,
                        key.system(),
                        key.externalCode(),
                        after,
                        limit)
                .list(ProductMappings::read);
    }

    @Override
    public void propose(ProductMapping wanted) {
        Revision revision = wanted.revision();
        database.update(
                """
                update product_mapping_version set state = 'REPLACED', decided_by = ?, decided_at = ?
                where system = ? and external_code = ? and state = 'PROPOSED'
                """,
                revision.proposedBy(),
                revision.proposedAt(),
                wanted.key().system(),
                wanted.key().externalCode());
        database.update(
                """
                insert into product_mapping_version (system, external_code, version, product_id, valid_from, valid_to, state,
                  proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                wanted.key().system(),
                wanted.key().externalCode(),
                revision.version(),
                wanted.productId(),
                revision.validFrom(),
                revision.validTo(),
                revision.state(),
                revision.proposedBy(),
                revision.proposedAt());
    }

    @Override
    public void decide(ProductMapping decided) {
        Revision revision = decided.revision();
        database.update(
                """
                update product_mapping_version set state = ?, valid_from = ?, decided_by = ?, decided_at = ?
                where system = ? and external_code = ? and version = ?
                """,
                revision.state(),
                revision.validFrom(),
                revision.decidedBy(),
                revision.decidedAt(),
                decided.key().system(),
                decided.key().externalCode(),
                revision.version());
    }

    private static ProductMapping read(Row row) {
        return new ProductMapping(
                new Key(row.text("system"), row.text("external_code")), row.text("product_id"), Revision.of(row));
    }
}
