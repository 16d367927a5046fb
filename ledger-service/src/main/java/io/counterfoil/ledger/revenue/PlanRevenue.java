package io.counterfoil.ledger.revenue;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.accrual.Accruals;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.invoice.InvoiceIssued;
import io.counterfoil.ledger.invoice.InvoiceIssued.Line;
import io.counterfoil.ledger.obligation.Obligations;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import io.counterfoil.ledger.schedule.RevenueSchedules;
import io.counterfoil.ledger.schedule.ServicePeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the schedule of each invoice line that is earned over time. */
@ApplicationScoped
class PlanRevenue implements EventHandler {

    @Inject
    RevenueSchedules schedules;

    @Inject
    Books books;

    @Inject
    Rulebook rulebook;

    @Inject
    RevenuePolicies policies;

    @Inject
    Obligations obligations;

    @Inject
    Accruals accruals;

    /** The same types as the journal and the sub-ledger, so that a mixed run of them stays one set; only invoices count. */
    @Override
    public Set<String> types() {
        return Set.of(
                InvoiceIssued.TYPE,
                "io.counterfoil.billing.payment.settled.v1",
                "io.counterfoil.billing.payment.applied.v1");
    }

    @Override
    public boolean takesMixedRuns() {
        return true;
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        List<Told> told = run.stream()
                .filter(event -> event.type().equals(InvoiceIssued.TYPE))
                .map(event -> new Told(event, InvoiceIssued.of(event)))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        Set<String> legalEntities =
                told.stream().map(each -> each.invoice().legalEntityId()).collect(Collectors.toSet());
        books.of(legalEntities);
        Rulebook.Opened rules = rulebook.open(legalEntities);
        List<RevenueSchedule> planned = new ArrayList<>();
        RevenuePolicies.Opened ways = policies.open(legalEntities);
        Obligations.CatchUps catchUps = obligations.catchUps(told.stream()
                .flatMap(each -> each.invoice().linesAsCharged().stream())
                .map(Line::performanceObligationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, Accruals.Accrued> accrued = accrued(told);
        told.forEach(each -> planned.addAll(plan(each, rules, ways, catchUps, accrued)));
        schedules.add(planned);
        obligations.billed(planned);
    }

    private record Told(Envelope event, InvoiceIssued invoice) {}

    /** What was accrued of what they bill, and that it waits no longer. */
    private Map<UUID, Accruals.Accrued> accrued(List<Told> told) {
        Map<UUID, LocalDate> invoiced = new HashMap<>();
        Map<UUID, LocalDate> waited = new HashMap<>();
        Set<UUID> events = new HashSet<>();
        for (Told each : told) {
            events.add(each.event().id());
            for (Line line : each.invoice().lines()) {
                for (UUID id : line.accrualIds()) {
                    invoiced.put(id, each.invoice().issueDate());
                    if (!"USAGE".equals(line.type())) {
                        waited.put(id, each.invoice().issueDate());
                    }
                }
            }
        }
        accruals.accrueBefore(invoiced);
        accruals.billed(waited);
        return accruals.of(invoiced.keySet(), events);
    }

    private static List<RevenueSchedule> plan(
            Told told,
            Rulebook.Opened rules,
            RevenuePolicies.Opened ways,
            Obligations.CatchUps catchUps,
            Map<UUID, Accruals.Accrued> accrued) {
        List<RevenueSchedule> planned = new ArrayList<>();
        Set<UUID> cleared = new HashSet<>();
        for (Line line : told.invoice().linesAsCharged()) {
            Rest rest = Rest.of(line, accrued, cleared);
            boolean overTime = RevenueSchedule.OVER_TIME_DAILY.equals(line.revenueTreatment());
            if (!line.accrualIds().isEmpty() && (!overTime || rest.amount().isZero())) {
                planned.add(atOnce(told, line));
            } else if (overTime) {
                requireRule(told.invoice(), line, rules);
                RevenuePolicies.Way way = ways.of(told.invoice().legalEntityId(), line.productId());
                planned.add(overTime(told, line, rest, way, catchUps));
            } else if (RevenueSchedule.POINT_IN_TIME.equals(line.revenueTreatment())) {
                planned.add(atOnce(told, line));
            } else {
                throw ScheduleNotPossible.unknownTreatment(told.invoice().invoiceNumber(), line);
            }
        }
        return planned;
    }

    /** What of a line was not accrued before, and from which day on it is earned; null for the first. */
    private record Rest(Money amount, LocalDate from) {

        /** Each accrual is cleared by the first line that names it. */
        static Rest of(Line line, Map<UUID, Accruals.Accrued> accrued, Set<UUID> cleared) {
            Money amount = line.lineNetAmount();
            LocalDate from = null;
            for (UUID id : line.accrualIds()) {
                Accruals.Accrued before = accrued.get(id);
                if (before != null && cleared.add(id)) {
                    amount = amount.minus(before.amount());
                    from = before.until();
                }
            }
            return new Rest(amount, from);
        }

        ServicePeriod days(LocalDate first, LocalDate end) {
            LocalDate start = from == null || !from.isAfter(first) ? first : from;
            return new ServicePeriod(start.isBefore(end) ? start : end.minusDays(1), end);
        }
    }

    /** What could never be recognised is refused when it is invoiced, not at month end. */
    private static void requireRule(InvoiceIssued invoice, Line line, Rulebook.Opened rules) {
        rules.rule(invoice.legalEntityId(), Purpose.RECOGNITION, invoice.issueDate())
                .lineFor(Item.SCHEDULE, Traits.ofLine(line.productId(), line.revenueTreatment(), null));
    }

    private static RevenueSchedule overTime(
            Told told, Line line, Rest rest, RevenuePolicies.Way way, Obligations.CatchUps catchUps) {
        InvoiceIssued invoice = told.invoice();
        InvoiceIssued.Period period = line.servicePeriod();
        if (period == null
                || !period.end().isAfter(period.start())
                || invoice.contractId() == null
                || line.performanceObligationId() == null
                || line.productId() == null) {
            throw ScheduleNotPossible.incomplete(invoice.invoiceNumber(), line);
        }
        LocalDate first = catchUps.from(line.performanceObligationId(), period.start());
        ServicePeriod days = rest.days(first, period.end());
        return schedule(told, line, rest.amount(), days, days.start(), way);
    }

    /** Earned when it is invoiced: nothing is deferred and nothing left to do, but a reversal will ask for the line. */
    private static RevenueSchedule atOnce(Told told, Line line) {
        LocalDate day = told.invoice().issueDate();
        ServicePeriod oneDay = new ServicePeriod(day, day.plusDays(1));
        return schedule(
                told, line, Money.zero(line.lineNetAmount().currency()), oneDay, null, RevenuePolicies.Way.USUAL);
    }

    private static RevenueSchedule schedule(
            Told told, Line line, Money deferred, ServicePeriod period, LocalDate dueFrom, RevenuePolicies.Way way) {
        InvoiceIssued invoice = told.invoice();
        return new RevenueSchedule(
                EventIds.derived(told.event().id(), "SCHEDULE:" + line.lineId()),
                0,
                invoice.legalEntityId(),
                invoice.customerId(),
                invoice.contractId(),
                invoice.orderId(),
                line.performanceObligationId(),
                invoice.invoiceId(),
                invoice.invoiceNumber(),
                line.lineId(),
                line.productId(),
                line.revenueTreatment(),
                line.lineNetAmount(),
                deferred,
                deferred,
                way.method(),
                way.remainder(),
                period.start(),
                period.end(),
                invoice.issueDate(),
                Money.zero(deferred.currency()),
                dueFrom == null ? period.end() : period.start(),
                dueFrom,
                List.of(),
                List.of(),
                told.event().id(),
                told.event().position(),
                told.event().correlationId());
    }
}
