package io.counterfoil.order.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.Troubles;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What two people make of a notification that could not be mapped. */
class ReplayNotificationTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final ReplayNotification replay = beans.get(ReplayNotification.class);

    @Test
    void the_edited_message_begins_the_process_once_and_no_other_message_may_take_its_place() {
        take(Messages.notification(1, "Lead", "00Q000000000001AAA"));
        UUID id = POSTGRES.database()
                .query("select id from exception")
                .one(row -> row.uuid("id"))
                .orElseThrow();
        assertThat(replay.takesEdits(parked(id))).isTrue();
        assertThatThrownBy(() -> replayed(id)).isInstanceOf(NotificationNotMappable.class);
        edit(id, Messages.won(2));
        assertThatThrownBy(() -> replayed(id)).isInstanceOf(ReplayNotification.NotificationEditedAway.class);
        assertThat(processes()).isZero();
        edit(id, Messages.won(1));
        replayed(id);
        replayed(id);
        assertThat(processes()).isEqualTo(1);
    }

    private void take(String notification) {
        String body = Messages.envelope(notification);
        POSTGRES.transactions().fresh(() -> beans.get(TakeNotifications.class)
                .handle(OutboundMessageReader.read(Messages.bytes(body)), body));
    }

    private void edit(UUID id, String notification) {
        POSTGRES.database()
                .update(
                        "update exception set edited = ? where id = ?",
                        Messages.bytes(Messages.envelope(notification)),
                        id);
    }

    private void replayed(UUID id) {
        POSTGRES.transactions().fresh(() -> replay.replay(parked(id)));
    }

    private Trouble parked(UUID id) {
        return beans.get(Troubles.class).byId(id);
    }

    private long processes() {
        return POSTGRES.database()
                .query("select count(*) as n from quote_to_cash")
                .one(row -> row.longValue("n"))
                .orElseThrow();
    }
}
