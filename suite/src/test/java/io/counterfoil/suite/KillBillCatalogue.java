package io.counterfoil.suite;

import io.counterfoil.suite.stack.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of the stories: plans, taxes, policies and dunning, published by API. */
final class KillBillCatalogue {
    private static final String SINCE = "2000-01-01";

    private KillBillCatalogue() {}

    static void publish(Counterfoil counterfoil) {
        Client finance = counterfoil.as(Endpoint.BILLING, "finance");
        for (String month : List.of(
                "kb-shotgun",
                "kb-rifle",
                "kb-pistol",
                "kb-blowdart",
                "kb-knife",
                "kb-free",
                "kb-shotgun-on-the-10th",
                "kb-rifle-on-the-31st",
                "kb-rifle-on-the-3rd")) {
            plan(finance, month, List.of(soldByTheUnit("MONTH")));
        }
        for (String year : List.of("kb-shotgun-annual", "kb-rifle-annual", "kb-shotgun-on-the-1st")) {
            plan(finance, year, List.of(soldByTheUnit("YEAR")));
        }
        plan(
                finance,
                "kb-pistol-and-bullets",
                List.of(flat("pistol", "MONTH", "29.95"), flat("bullets", null, "2.95")));
        counterfoil
                .as(Endpoint.BILLING, "operator")
                .put("/v1/meters/kb-bullets", Map.of("name", "Bullets", "unit", "bullet", "aggregation", "SUM"))
                .ok();
        plan(finance, "kb-bullets", List.of(bullets(), soldFor("0.00")));
        taxesAndPolicies(finance);
    }

    /** What would meet other tests goes. */
    static void withdraw(Counterfoil counterfoil) {
        policy(counterfoil.as(Endpoint.BILLING, "finance"), "tax.rateChange/LEGAL_ENTITY/US01", "TAX_POINT");
    }

    private static void taxesAndPolicies(Client finance) {
        rate(finance, "US-OR", "0");
        rate(finance, "US-WY", "0.0304");
        rate(finance, "US-MT", "0.0609");
        policy(finance, "tax.rateChange/LEGAL_ENTITY/US01", "SPLIT_PERIOD");
        for (String aligned : List.of(
                "kb-shotgun-on-the-10th",
                "kb-shotgun-on-the-1st",
                "kb-rifle-on-the-31st",
                "kb-rifle-on-the-3rd",
                "kb-rifle-annual")) {
            policy(finance, "billing.alignment/CHARGE/" + aligned + ":main", "ACCOUNT");
        }
        finance.put(
                        "/v1/dunning-policies/kb-overdue",
                        Map.of(
                                "legalEntityId",
                                "US01",
                                "segment",
                                "kb-overdue",
                                "validFrom",
                                SINCE,
                                "retryDays",
                                List.of(8, 16, 24),
                                "stages",
                                List.of(stage(1, 30, "REMIND"), stage(2, 40, "SUSPEND"), stage(3, 50, "REMIND"))))
                .ok();
        finance.put("/v1/number-series/US01/CM", Map.of("pattern", "{entity}-CM-{year}-{number:6}"))
                .ok();
    }

    private static Map<String, Object> stage(int number, int days, String act) {
        return Map.of("stage", "stage-" + number, "daysOverdue", days, "act", act);
    }

    private static void policy(Client finance, String path, String value) {
        finance.put("/v1/policies/" + path, Map.of("value", value, "validFrom", SINCE))
                .ok();
    }

    private static void rate(Client finance, String jurisdiction, String rate) {
        finance.put("/v1/tax-rates/" + jurisdiction + "/S", Map.of("rate", rate, "validFrom", SINCE))
                .ok();
    }

    private static void plan(Client finance, String id, List<Map<String, Object>> charges) {
        finance.put("/v1/plans/" + id, Map.of("name", id, "validFrom", SINCE, "charges", charges))
                .ok();
    }

    private static Map<String, Object> soldByTheUnit(String period) {
        return charge("main", "RECURRING", "PER_UNIT", period);
    }

    private static Map<String, Object> soldFor(String price) {
        return flat("main", "MONTH", price);
    }

    private static Map<String, Object> flat(String id, String period, String price) {
        Map<String, Object> charge = charge(id, period == null ? "ONE_TIME" : "RECURRING", "FLAT", period);
        charge.put("prices", new ArrayList<>(List.of(Map.of("currency", "USD", "unitPrice", price))));
        return charge;
    }

    private static Map<String, Object> bullets() {
        Map<String, Object> charge = charge("bullets", "USAGE", "GRADUATED", "MONTH");
        charge.put("meterId", "kb-bullets");
        charge.put(
                "prices",
                List.of(Map.of("currency", "USD", "tiers", List.of(Map.of("unitPrice", "2.95", "blockSize", "100")))));
        return charge;
    }

    private static Map<String, Object> charge(String id, String kind, String pricing, String period) {
        Map<String, Object> charge = new HashMap<>();
        charge.put("chargeId", id);
        charge.put("name", id);
        charge.put("kind", kind);
        charge.put("pricing", pricing);
        if (period != null) {
            charge.put("billingPeriod", period);
        }
        return charge;
    }
}
