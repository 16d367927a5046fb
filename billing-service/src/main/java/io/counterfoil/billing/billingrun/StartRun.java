package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.billingrun.RunJson.RunRequest;
import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.invoice.ComposedBill;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Opens a billing run that all replicas then work on, or does a dry run: the same composition of what is due up to a day,
 * storing nothing but its result.
 */
@UseCase
class StartRun {

    /** A dry run answers within a request; of more it says how many there are, and composes this many. */
    private static final int DRY_LIMIT = 2_000;

    private final Runs runs;
    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    StartRun(Runs runs, Subscriptions subscriptions, Invoices invoices, LegalEntities entities, BusinessClock clock) {
        this.runs = runs;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.entities = entities;
        this.clock = clock;
    }

    UUID handle(RunRequest wanted) {
        Instant now = clock.now();
        LocalDate today = entities.byId(wanted.legalEntityId()).dateAt(now);
        LocalDate through = wanted.throughDate() == null ? today : wanted.throughDate();
        if (wanted.isDry()) {
            return dry(wanted.legalEntityId(), through, now);
        }
        if (!through.equals(today)) {
            throw new Invalid("/throughDate", "must be today, " + today + ", unless it is a dry run");
        }
        return runs.open(wanted.legalEntityId(), today, Correlation.current().actor(), now);
    }

    private UUID dry(String legalEntityId, LocalDate through, Instant now) {
        List<Bill> bills = new ArrayList<>();
        for (Account account : subscriptions.claimDue(legalEntityId, through, DRY_LIMIT)) {
            List<BillableItem> items = account.dueBy(through);
            if (!items.isEmpty()) {
                bills.add(new Bill(
                        account.agreement(),
                        items,
                        through,
                        EventIds.next(),
                        Cause.continuing(account.agreement().correlationId())));
            }
        }
        UUID runId = EventIds.next();
        runs.add(new Run(
                runId,
                legalEntityId,
                through,
                true,
                Run.State.COMPLETED,
                Correlation.current().actor(),
                runs.due(legalEntityId, through),
                bills.size(),
                0,
                Json.write(totals(bills)),
                now,
                now));
        return runId;
    }

    private Map<String, Money> totals(List<Bill> bills) {
        Map<String, Money> totals = new TreeMap<>();
        if (!bills.isEmpty()) {
            for (ComposedBill bill : invoices.preview(bills)) {
                totals.merge(bill.total().currency(), bill.total(), Money::plus);
            }
        }
        return totals;
    }
}
