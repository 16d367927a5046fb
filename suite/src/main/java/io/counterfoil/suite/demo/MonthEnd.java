package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The month's end in the books of each legal entity: deferred revenue, what will be recognised when, the close. */
record MonthEnd(List<OfEntity> entities) {

    private static final int MONTHS = 12;

    /** What one legal entity's books say; the period as it is after its close. */
    record OfEntity(String legalEntityId, JsonNode rollForward, JsonNode waterfall, JsonNode period) {}

    static MonthEnd of(Books books, Script script, YearMonth month) {
        Set<String> entities = new TreeSet<>();
        script.trialBalances().forEach(balance -> entities.add(balance.entity()));
        return new MonthEnd(entities.stream()
                .map(entity -> new OfEntity(
                        entity,
                        books.rollForward(entity, month, month.plusMonths(MONTHS - 1)),
                        books.waterfall(entity, month, MONTHS),
                        books.close(entity, month)))
                .toList());
    }

    void examine(Checks checks) {
        for (OfEntity entity : entities) {
            checks.equal(
                    "the month of " + entity.legalEntityId(),
                    "CLOSED",
                    entity.period()
                            .path("state")
                            .asText(entity.period().path("detail").asText()));
        }
    }

    JsonNode json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (OfEntity entity : entities) {
            ObjectNode one = all.addObject().put("legalEntityId", entity.legalEntityId());
            one.set("rollForward", entity.rollForward());
            one.set("waterfall", entity.waterfall());
            one.set("period", entity.period());
        }
        return all;
    }

    void print(Consumer<String> out) {
        for (OfEntity entity : entities) {
            rollForward(entity, out);
            waterfall(entity, out);
            out.accept("  " + entity.legalEntityId() + " "
                    + entity.period().path("month").asText() + ": "
                    + entity.period()
                            .path("state")
                            .asText("not closed: "
                                    + entity.period().path("detail").asText()));
            out.accept("");
        }
    }

    private static void rollForward(OfEntity entity, Consumer<String> out) {
        Table table = new Table("  ", 2, 3, 4, 5, 6)
                .row(
                        entity.legalEntityId(),
                        "deferred revenue",
                        "opening",
                        "billed",
                        "recognised",
                        "credited",
                        "closing");
        for (JsonNode month : entity.rollForward().path("items")) {
            if (moved(month)) {
                table.row(
                        month.path("month").asText(),
                        month.path("currency").asText(),
                        amount(month.path("opening")),
                        amount(month.path("billed")),
                        amount(month.path("recognised")),
                        amount(month.path("credited")),
                        amount(month.path("closing")));
            }
        }
        table.print(out);
        out.accept("");
    }

    private static boolean moved(JsonNode month) {
        return !month.path("opening").equals(month.path("closing"));
    }

    /** Thousands of amounts are no news: what twelve months recognise and plan, in quarters. */
    private static void waterfall(OfEntity entity, Consumer<String> out) {
        Table table = new Table("  ", 2, 3, 4, 5, 6, 7);
        boolean headed = false;
        for (JsonNode row : entity.waterfall().path("items")) {
            if (!headed) {
                table.row(head(entity, row).toArray(String[]::new));
                headed = true;
            }
            List<String> cells = new ArrayList<>(
                    List.of(row.path("productId").asText(), row.path("currency").asText()));
            JsonNode months = row.path("months");
            for (int month = 0; month < months.size(); month += 3) {
                cells.add(quarter(months, month));
            }
            cells.add(amount(row.path("later")));
            cells.add(amount(row.path("total")));
            table.row(cells.toArray(String[]::new));
        }
        table.print(out);
        out.accept("");
    }

    private static List<String> head(OfEntity entity, JsonNode row) {
        List<String> head = new ArrayList<>(List.of(entity.legalEntityId(), "waterfall"));
        for (int month = 0; month < row.path("months").size(); month += 3) {
            head.add("from " + row.path("months").path(month).path("month").asText());
        }
        head.add("later");
        head.add("total");
        return head;
    }

    private static String quarter(JsonNode months, int from) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = from; i < Math.min(from + 3, months.size()); i++) {
            sum = sum.add(decimal(months.path(i).path("recognised")))
                    .add(decimal(months.path(i).path("planned")));
        }
        return Table.grouped(sum.toPlainString());
    }

    private static BigDecimal decimal(JsonNode money) {
        return new BigDecimal(money.path("amount").asText());
    }

    private static String amount(JsonNode money) {
        return Table.grouped(money.path("amount").asText());
    }
}
