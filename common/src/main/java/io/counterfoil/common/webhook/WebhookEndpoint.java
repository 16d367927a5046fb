package io.counterfoil.common.webhook;

import io.counterfoil.common.db.Row;
import java.time.Instant;

/**
 * Where somebody wants to be told. Its secret is written and never read back.
 *
 * @param name ours, such as {@code team:finance}
 * @param enabled whether it is told at all
 */
public record WebhookEndpoint(
        String name, String url, boolean enabled, long version, Instant changedAt, String changedBy) {

    static WebhookEndpoint read(Row row) {
        return new WebhookEndpoint(
                row.text("name"),
                row.text("url"),
                row.bool("enabled"),
                row.longValue("version"),
                row.instant("changed_at"),
                row.text("changed_by"));
    }
}
