package io.counterfoil.order;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;

/** Numbers of a sequence; a set takes those that it will need in one question. One that is not used leaves a gap. */
@Dependent
public class Numbers {

    private final Database database;

    @Inject
    public Numbers(Database database) {
        this.database = database;
    }

    /** The next one, written with its prefix. */
    public String next(String sequence, String prefix) {
        Deque<Long> taken =
                Gathering.known(Taken.class, sequence).map(Taken::numbers).orElseGet(ArrayDeque::new);
        if (taken.isEmpty()) {
            taken = take(sequence, 1);
        }
        return (prefix + "-%06d").formatted(taken.remove());
    }

    /** A set will need so many. */
    public void expect(String sequence, int many) {
        if (many > 0) {
            Gathering.know(Taken.class, sequence, new Taken(take(sequence, many)));
        }
    }

    private Deque<Long> take(String sequence, int many) {
        return new ArrayDeque<>(
                database.query("select nextval(cast(? as regclass)) as next from generate_series(1, ?)", sequence, many)
                        .list(row -> row.longValue("next")));
    }

    private record Taken(Deque<Long> numbers) {}
}
