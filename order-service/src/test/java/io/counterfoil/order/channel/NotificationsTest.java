package io.counterfoil.order.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.channel.OutboundMessage.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Notifications notifications = new Notifications(POSTGRES.database());

    private Set<String> keep(List<Notification> received) {
        return POSTGRES.transactions().fresh(() -> {
            UUID message = EventIds.next();
            Set<String> fresh = notifications.keep(received, message);
            if (!fresh.isEmpty()) {
                notifications.keepMessage(message, "<scrubbed/>");
            }
            return fresh;
        });
    }

    private static Notification won(String id) {
        return new Notification(id, "Opportunity", "006000000000001AAA");
    }

    @Test
    void a_notification_is_kept_once_however_often_it_is_sent() {
        assertThat(keep(List.of(won("n-1"), won("n-2")))).containsExactlyInAnyOrder("n-1", "n-2");
        assertThat(keep(List.of(won("n-2"), won("n-3")))).containsExactly("n-3");
        assertThat(keep(List.of(won("n-1")))).isEmpty();
    }

    @Test
    void of_five_at_the_same_time_one_is_the_first() throws InterruptedException, ExecutionException {
        ExecutorService five = Executors.newFixedThreadPool(5);
        try {
            List<Callable<Set<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                calls.add(() -> keep(List.of(won("p-1"), won("p-2"))));
            }
            int fresh = 0;
            for (Future<Set<String>> one : five.invokeAll(calls)) {
                fresh += one.get().size();
            }
            assertThat(fresh).isEqualTo(2);
        } finally {
            five.shutdownNow();
        }
    }

    @Test
    void a_record_that_is_not_named_is_kept_as_such() {
        keep(List.of(new Notification("n-9", "Lead", null)));
        assertThat(notifications.byId("n-9")).isEqualTo(new Notification("n-9", "Lead", null));
    }
}
