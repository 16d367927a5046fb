package io.counterfoil.order.mapping;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What other capabilities may ask about mappings. */
@Dependent
public class MappedProducts {

    private final Database database;

    @Inject
    MappedProducts(Database database) {
        this.database = database;
    }

    /** The products that these codes of another system mean on that day, by code; what nobody mapped is not there. */
    public Map<String, String> of(String system, Collection<String> codes, LocalDate day) {
        return Gathering.once(
                MappedProducts.class, List.of(system, new TreeSet<>(codes), day), () -> read(system, codes, day));
    }

    private Map<String, String> read(String system, Collection<String> codes, LocalDate day) {
        Map<String, String> found = new TreeMap<>();
        List<Row> rows = database.query(
                        """
                        select distinct on (external_code) external_code, product_id, valid_to from product_mapping_version
                        where system = ? and external_code = any(?) and state = 'APPROVED' and valid_from <= ?
                        order by external_code, valid_from desc, version desc
                        """,
                        system,
                        codes,
                        day)
                .list(row -> new Row(row.text("external_code"), row.text("product_id"), row.date("valid_to")));
        rows.stream()
                .filter(row -> row.validTo() == null || row.validTo().isAfter(day))
                .forEach(row -> found.put(row.code(), row.productId()));
        return found;
    }

    private record Row(String code, String productId, LocalDate validTo) {}
}
