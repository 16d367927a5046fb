package io.counterfoil.suite;

import io.counterfoil.suite.stack.Stack;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days on which published stories happen, told from May on: the running system tells them from the next month on that has 31
 * days, comes after one of 30 and before one of 30, so that every fragment has the length that it had. Stories share the days.
 */
final class StoryDays {
    private static final ZoneId SELLER = ZoneId.of("America/New_York");
    private static final int MAY = 5;
    private static final List<Integer> LIKE_MAY = List.of(MAY, 10);

    private final Stack stack;
    private final LocalDate first;
    private final TreeMap<LocalDate, TreeMap<String, Runnable>> agenda = new TreeMap<>();

    StoryDays(Stack stack) {
        this.stack = stack;
        LocalDate day = LocalDate.ofInstant(stack.time().now(), SELLER).withDayOfMonth(1);
        do {
            day = day.plusMonths(1);
        } while (!LIKE_MAY.contains(day.getMonthValue()));
        this.first = day;
    }

    /** The day that is told as month-day, such as 06-30. */
    LocalDate on(String told) {
        int month = Integer.parseInt(told.substring(0, 2));
        return first.plusMonths(month - MAY).withDayOfMonth(Integer.parseInt(told.substring(3)));
    }

    /** The day as it is told; a year later its month is twelve more. */
    String told(String day) {
        LocalDate date = LocalDate.parse(day);
        long months = ChronoUnit.MONTHS.between(first, date.withDayOfMonth(1));
        return String.format("%02d-%02d", MAY + months, date.getDayOfMonth());
    }

    void plan(String told, String story, Runnable act) {
        Runnable before =
                agenda.computeIfAbsent(on(told), day -> new TreeMap<>()).get(story);
        agenda.get(on(told))
                .put(
                        story,
                        before == null
                                ? act
                                : () -> {
                                    before.run();
                                    act.run();
                                });
    }

    /** Moves the clock from day to day; each story does on it what it has to do. */
    void goBy() {
        for (Map.Entry<LocalDate, TreeMap<String, Runnable>> day : agenda.entrySet()) {
            stack.time()
                    .moveTo(day.getKey().atTime(LocalTime.NOON).atZone(SELLER).toInstant());
            day.getValue().values().forEach(Runnable::run);
        }
        stack.time().settle();
    }
}
