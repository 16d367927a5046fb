package io.counterfoil.billing.payer;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The profiles of the customers that have one; all others pay for themselves. */
@Dependent
public class Payers {

    private final Database database;

    @Inject
    Payers(Database database) {
        this.database = database;
    }

    /** Who pays, for those of these customers that do not pay for themselves. */
    public Map<UUID, UUID> of(Collection<UUID> customerIds) {
        return profiles(customerIds).stream()
                .filter(profile -> !profile.payerId().equals(profile.customerId()))
                .collect(Collectors.toMap(BillingProfile::customerId, BillingProfile::payerId));
    }

    /** Where the days of these customers begin, for those that have said so. */
    public Map<UUID, ZoneId> zones(Collection<UUID> customerIds) {
        return profiles(customerIds).stream()
                .filter(profile -> profile.timeZone() != null)
                .collect(Collectors.toMap(BillingProfile::customerId, BillingProfile::timeZone));
    }

    private List<BillingProfile> profiles(Collection<UUID> customerIds) {
        return Gathering.once(Payers.class, Set.copyOf(customerIds), () -> database.query(
                        "select * from billing_profile where customer_id = any(?)", customerIds)
                .list(Payers::read));
    }

    BillingProfile profile(UUID customerId) {
        return database.query("select * from billing_profile where customer_id = ?", customerId)
                .one(Payers::read)
                .orElseGet(() -> BillingProfile.usual(customerId));
    }

    /** Those that a customer pays for. */
    List<BillingProfile> paidBy(UUID payerId) {
        return database.query("select * from billing_profile where payer_id = ? order by customer_id", payerId)
                .list(Payers::read);
    }

    void keep(BillingProfile profile) {
        database.update(
                """
                insert into billing_profile (customer_id, payer_id, segment, time_zone, version) values (?, ?, ?, ?, ?)
                on conflict (customer_id) do update
                   set payer_id = excluded.payer_id, segment = excluded.segment, time_zone = excluded.time_zone,
                       version = excluded.version
                """,
                profile.customerId(),
                profile.payerId(),
                profile.segment(),
                profile.timeZone() == null ? null : profile.timeZone().getId(),
                profile.version());
    }

    private static BillingProfile read(Row row) {
        return new BillingProfile(
                row.uuid("customer_id"),
                row.uuid("payer_id"),
                row.text("segment"),
                row.text("time_zone") == null ? null : ZoneId.of(row.text("time_zone")),
                row.intValue("version"));
    }
}
