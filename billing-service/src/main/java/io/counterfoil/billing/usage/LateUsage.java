package io.counterfoil.billing.usage;

import io.counterfoil.billing.usage.UsageRecords.Kept;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens an exception for usage that came too late: one for each meter of a subscription, with the keys of its records. */
@Dependent
class LateUsage {

    static final String ORIGIN = "usage";

    private final Troubles troubles;

    @Inject
    LateUsage(Troubles troubles) {
        this.troubles = troubles;
    }

    /** What concerns one meter of one subscription. */
    record Parcel(UUID subscriptionId, String meterId, List<String> keys) {}

    void park(List<Kept> tooLate) {
        Map<List<Object>, List<Kept>> parcels = tooLate.stream()
                .collect(Collectors.groupingBy(
                        kept -> List.of(
                                kept.entry().subscriptionId(), kept.entry().meterId()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        parcels.values().forEach(this::parkParcel);
    }

    private void parkParcel(List<Kept> records) {
        UsageEntry first = records.get(0).entry();
        Parcel parcel = new Parcel(
                first.subscriptionId(),
                first.meterId(),
                records.stream().map(kept -> kept.entry().key()).toList());
        troubles.park(Parked.of(
                ORIGIN,
                first.subscriptionId().toString(),
                new UsageTooLate(first.subscriptionId(), first.meterId(), records.size()),
                "application/json",
                Json.write(parcel).getBytes(StandardCharsets.UTF_8),
                null));
    }
}
