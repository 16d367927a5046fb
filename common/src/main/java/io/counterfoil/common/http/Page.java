package io.counterfoil.common.http;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
public record Page<T>(List<T> items, String nextCursor) implements NextPage.Paged {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** How many to give: 50 unless told, at most 500; refuses what is below 1 or above. */
    public static int size(Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new Invalid("?limit", "must be from 1 to " + MOST);
        }
        return limit == null ? USUAL : limit;
    }

    /** A page of what was found, where one more than {@code size} was asked for to see whether there is a next page. */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> cursor) {
        if (found.size() <= size) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, size));
        return new Page<>(items, cursor.apply(items.get(size - 1)));
    }

    /**
     * Reads a page of rows that lie behind a key.
     *
     * @param limit as the caller asks
     * @param after where the page before ended
     * @param rows gives those behind a key, at most so many; it is asked for one more than the caller, to see whether there is
     *     a next page
     * @param key of a row, which is never shown but as a {@link Cursor}
     */
    public static <K, T> Page<T> read(
            Integer limit, K after, BiFunction<K, Integer, List<T>> rows, Function<T, Object> key) {
        int size = size(limit);
        return of(rows.apply(after, size + 1), size, row -> Cursor.of(key.apply(row)));
    }

    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), nextCursor);
    }
}
