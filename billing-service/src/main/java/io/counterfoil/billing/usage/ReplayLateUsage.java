package io.counterfoil.billing.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.billing.usage.LateUsage.Parcel;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Bills usage that came too late with the open period, because a person said so. */
@Dependent
class ReplayLateUsage implements Replay {

    private final Database database;
    private final UsageRecords records;
    private final Meters meters;

    @Inject
    ReplayLateUsage(Database database, UsageRecords records, Meters meters) {
        this.database = database;
        this.records = records;
        this.meters = meters;
    }

    @Override
    public boolean replays(String origin) {
        return LateUsage.ORIGIN.equals(origin);
    }

    @Override
    public boolean takesEdits(Trouble trouble) {
        return true;
    }

    @Override
    public void replay(Trouble trouble) {
        Parcel parcel = parcel(trouble);
        Map<String, Metering> meterings = records.meterings(List.of(parcel.subscriptionId()), meters.all())
                .getOrDefault(parcel.subscriptionId(), Map.of());
        Metering metering = meterings.get(parcel.meterId());
        if (metering == null || metering.isOver()) {
            throw new UsageTooLate(
                    parcel.subscriptionId(), parcel.meterId(), parcel.keys().size());
        }
        database.update(
                """
                update usage_record set parked = false, used_on = ?
                 where subscription_id = ? and meter_id = ? and key = any(?) and parked
                """,
                metering.billedThrough(),
                parcel.subscriptionId(),
                parcel.meterId(),
                parcel.keys());
    }

    private static Parcel parcel(Trouble trouble) {
        try {
            return Json.lenient().readValue(trouble.effectiveBody(), Parcel.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a parked parcel of usage can't be read", corrupt);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can always be read", impossible);
        }
    }
}
