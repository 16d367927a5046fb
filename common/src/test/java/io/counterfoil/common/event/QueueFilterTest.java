package io.counterfoil.common.event;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A filter that was forgotten when a type was added would lose events in silence. */
class QueueFilterTest {
    private static final String QUEUE = "order.billing-events";
    private static final String ISSUED = "io.counterfoil.billing.invoice.issued.v1";
    private static final String PAID = "io.counterfoil.billing.invoice.paid.v1";
    private static final String POSTED = "io.counterfoil.ledger.journal.posted.v1";

    @Test
    void a_queue_without_a_filter_keeps_nothing_back() {
        assertThatCode(() -> QueueFilter.requireAll(QUEUE, null, Set.of(ISSUED, EventHandler.EVERY_TYPE)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_filter_may_let_in_more_than_is_wanted_and_knows_nothing_of_other_contexts() {
        assertThatCode(() -> QueueFilter.requireAll(QUEUE, filter(ISSUED, PAID), Set.of(ISSUED, POSTED)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_queue_that_keeps_back_what_is_wanted_is_refused() {
        assertThatThrownBy(() -> QueueFilter.requireAll(QUEUE, filter(ISSUED), Set.of(ISSUED, PAID)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(QUEUE)
                .hasMessageContaining(PAID);
    }

    @Test
    void who_keeps_everything_reads_no_queue_with_a_filter() {
        assertThatThrownBy(() -> QueueFilter.requireAll(QUEUE, filter(ISSUED), Set.of(EventHandler.EVERY_TYPE)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String filter(String... types) {
        return "cloudEvents_type IS NULL OR cloudEvents_type IN ('" + String.join("',\n '", types) + "')";
    }
}
