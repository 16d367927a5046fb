package io.counterfoil.suite.twin.salesforce;

import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands a query's rows out page by page: the locator names the result and the row that comes next. */
final class QueryPages {

    private static final int BATCH = 2000;
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize=(\\d{1,4})");
    private static final Pattern LOCATOR = Pattern.compile("(\\w+)-(\\d{1,9})");

    private record Result(List<Map<String, Object>> rows, int batch) {}

    private final Weather weather;
    private final Map<String, Result> results = new ConcurrentHashMap<>();
    private final AtomicLong lastResult = new AtomicLong();

    QueryPages(Weather weather) {
        this.weather = weather;
    }

    Answer first(Call call, List<Map<String, Object>> rows) {
        Result result = new Result(rows, batch(call));
        String locator = RecordId.numbered("01g", lastResult.incrementAndGet());
        if (rows.size() > result.batch()) {
            results.put(locator, result);
        }
        return page(result, locator, 0);
    }

    Answer next(Call call) {
        Matcher locator = LOCATOR.matcher(call.part("locator"));
        Result result = locator.matches() ? results.get(locator.group(1)) : null;
        if (result == null) {
            throw new SalesforceError(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return page(result, locator.group(1), Integer.parseInt(locator.group(2)));
    }

    Answer count(int size) {
        return Answer.json(200, body(size, true, List.of(), null));
    }

    private static Answer page(Result result, String locator, int from) {
        int size = result.rows().size();
        int to = Math.min(from + result.batch(), size);
        String next = to == size ? null : "%s/query/%s-%d".formatted(Rendering.ROOT, locator, to);
        return Answer.json(200, body(size, to == size, result.rows().subList(Math.min(from, to), to), next));
    }

    private static Map<String, Object> body(int size, boolean done, List<?> rows, String next) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("totalSize", size);
        body.put("done", done);
        if (next != null) {
            body.put("nextRecordsUrl", next);
        }
        body.put("records", rows);
        return body;
    }

    private int batch(Call call) {
        if (weather.faults().queryBatchSize() > 0) {
            return weather.faults().queryBatchSize();
        }
        Matcher asked = BATCH_SIZE.matcher(call.header("Sforce-Query-Options").orElse(""));
        return asked.find() ? Math.max(200, Math.min(BATCH, Integer.parseInt(asked.group(1)))) : BATCH;
    }
}
