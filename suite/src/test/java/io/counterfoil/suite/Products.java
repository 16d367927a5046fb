package io.counterfoil.suite;

import io.counterfoil.suite.demo.SecondPerson;
import io.counterfoil.suite.stack.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Further products of a test's own, listed for all. */
record Products(Counterfoil counterfoil) {

    /** A thing that is sold once, for 500.00 dollars. */
    void addThing(String id) {
        add(id, "setup-once", "ONCE", "POINT_IN_TIME", "500.00");
    }

    /** What is served for a year, for 1200.00 dollars. */
    void addYear(String id, String planId) {
        add(id, planId, "YEAR", "OVER_TIME_DAILY", "1200.00");
    }

    private void add(String id, String planId, String period, String treatment, String price) {
        Client finance = counterfoil.as(Endpoint.ORDER, "finance");
        Map<String, Object> terms = new HashMap<>();
        terms.put("name", "Sample " + id);
        terms.put("planId", planId);
        terms.put("pricePeriod", period);
        terms.put("revenueTreatment", treatment);
        terms.put("taxCategoryCode", "S");
        terms.put("standaloneSellingPrices", List.of(Map.of("currency", "USD", "unitPrice", price)));
        finance.put("/v1/products/" + id, terms).ok();
        new SecondPerson(counterfoil.stack().access()).approve(Endpoint.ORDER, "/v1/products/" + id);
        finance.post(
                        "/v1/price-books/list/imports",
                        Map.of(
                                "entries",
                                List.of(Map.of(
                                        "productId", id, "currency", "USD", "unitPrice", price, "tolerance", "0.50"))))
                .expect(200);
    }
}
