package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.event.Inbox;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.warehouse.drift.Finding;
import io.counterfoil.warehouse.drift.Pair;
import io.counterfoil.warehouse.drift.Side;
import io.counterfoil.warehouse.feed.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Asks all sides and compares them; works outside any transaction and leaves the keeping to {@link RecordReconciliation}.
 *
 * <p>The order of the questions is what makes it exact under traffic: first how far everybody is, then what they have up to
 * the position that all of them have taken.
 */
@ApplicationScoped
class Reconcile {

    private static final String BILLING_QUEUE = "warehouse.billing-events";
    private static final String LEDGER_QUEUE = "warehouse.ledger-events";

    @Inject
    BillingBooks billing;

    @Inject
    LedgerClient ledger;

    @Inject
    Inbox inbox;

    @Inject
    Archive archive;

    @Inject
    ArchiveCheck archiveCheck;

    @Inject
    WarehouseBooks warehouse;

    @Inject
    RecordReconciliation record;

    /** Compares all that there is, now. */
    UUID requested(UUID runId, String requestedBy) {
        return record.handle(
                observe(runId, Trigger.REQUESTED, requestedBy, List.of(new ArchiveCheck.Part(0, archive.head()))));
    }

    /** As {@link #requested}, with a part of the archive only: the caller goes round. */
    UUID continuous(UUID runId, List<ArchiveCheck.Part> archiveParts) {
        return record.handle(observe(runId, Trigger.CONTINUOUS, null, archiveParts));
    }

    private Observed observe(UUID runId, Trigger trigger, String requestedBy, List<ArchiveCheck.Part> archiveParts) {
        Instant startedAt = SystemTime.now();
        long archiveHead = archive.head();
        Observed.Positions positions = positions();
        long journalTaken = inbox.watermark(LEDGER_QUEUE);
        Map<Side, Books> books = books(positions.common());
        List<Total> totals = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        long documents = compareAll(positions.common(), journalTaken, books, totals, findings);
        ArchiveCheck.Result checked = archiveCheck.check(archiveParts);
        findings.addAll(checked.findings());
        return new Observed(
                runId,
                trigger,
                requestedBy,
                startedAt,
                positions,
                archiveHead,
                totals,
                findings,
                checked,
                documents + checked.documents());
    }

    private Observed.Positions positions() {
        return SideUnavailable.when(
                "billing-service or ledger-service",
                () -> new Observed.Positions(
                        billing.published(), ledger.position().position(), inbox.watermark(BILLING_QUEUE)));
    }

    private Map<Side, Books> books(long position) {
        SideAnswer.Totals answer = SideUnavailable.when("ledger-service", () -> ledger.totals(position));
        return Map.of(
                Side.BILLING,
                billing,
                Side.RECEIVABLES,
                new LedgerBooks(Side.RECEIVABLES, ledger, answer),
                Side.LEDGER,
                new LedgerBooks(Side.LEDGER, ledger, answer),
                Side.WAREHOUSE,
                warehouse.facts(),
                Side.WAREHOUSE_JOURNAL,
                warehouse.journal());
    }

    private long compareAll(
            long position, long journalTaken, Map<Side, Books> books, List<Total> totals, List<Finding> findings) {
        books.values()
                .forEach(side -> totals.addAll(SideUnavailable.when(side.side().name(), () -> side.totals(position))));
        long documents = 0;
        Set<String> unposted = warehouse.unposted();
        for (Pair pair : Pair.values()) {
            if (pair != Pair.ARCHIVE_WAREHOUSE) {
                Comparison comparison = new Comparison(
                        pair, position, journalTaken, books.get(pair.left()), books.get(pair.right()), unposted);
                List<Total> left = of(pair.left(), totals);
                documents += comparison.size(left);
                findings.addAll(
                        SideUnavailable.when(pair.name(), () -> comparison.findings(left, of(pair.right(), totals))));
            }
        }
        return documents;
    }

    private static List<Total> of(Side side, List<Total> totals) {
        return totals.stream().filter(total -> total.side() == side).toList();
    }
}
