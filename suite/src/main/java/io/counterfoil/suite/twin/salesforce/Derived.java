package io.counterfoil.suite.twin.salesforce;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields that the product works out by itself: won and closed from the stage, a line's total from quantity and price. */
final class Derived {

    private Derived() {}

    static Map<String, Object> from(SObject before, Map<String, Object> changed) {
        Map<String, Object> all = new LinkedHashMap<>(changed);
        if (before.type() == Schema.OPPORTUNITY && changed.get("StageName") instanceof String stage) {
            all.put("IsWon", stage.equals("Closed Won"));
            all.put("IsClosed", stage.startsWith("Closed"));
        }
        if (before.type() == Schema.LINE && !changed.containsKey("TotalPrice")) {
            SObject next = before.with(changed);
            if (next.get("Quantity") instanceof BigDecimal quantity
                    && next.get("UnitPrice") instanceof BigDecimal price) {
                all.put("TotalPrice", price.multiply(quantity));
            }
        }
        return all;
    }
}
