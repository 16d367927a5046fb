package io.counterfoil.ledger.revenue;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.entity.Books;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    /** The same types as the journal and the sub-ledger, so that a mixed run of them stays one set; only invoices count. */
    @Override
    public Set<String> types() {
        return Set.of(
                InvoiceIssued.TYPE,
                "io.counterfoil.billing.payment.settled.v1",
                "io.counterfoil.billing.payment.applied.v1");
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        List<Told> told = run.stream()
                .filter(event -> event.type().equals(InvoiceIssued.TYPE))
                .map(event -> new Told(event, event.dataAs(InvoiceIssued.class)))
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
                .flatMap(each -> each.invoice().earned().stream())
                .map(InvoiceIssued.Line::performanceObligationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        told.forEach(each -> planned.addAll(plan(each, rules, ways, catchUps)));
        schedules.add(planned);
        obligations.billed(planned);
    }

    private record Told(Envelope event, InvoiceIssued invoice) {}

    private static List<RevenueSchedule> plan(
            Told told, Rulebook.Opened rules, RevenuePolicies.Opened ways, Obligations.CatchUps catchUps) {
        List<RevenueSchedule> planned = new ArrayList<>();
        for (InvoiceIssued.Line line : told.invoice().earned()) {
            if (line.isAccrued()) {
                planned.add(atOnce(told, line));
            } else if (RevenueSchedule.OVER_TIME_DAILY.equals(line.revenueTreatment())) {
                requireRule(told.invoice(), line, rules);
                planned.add(overTime(told, line, ways.of(told.invoice().legalEntityId(), line.productId()), catchUps));
            } else if (RevenueSchedule.POINT_IN_TIME.equals(line.revenueTreatment())) {
                planned.add(atOnce(told, line));
            } else {
                throw ScheduleNotPossible.unknownTreatment(told.invoice().invoiceNumber(), line);
            }
        }
        return planned;
    }

    /** What could never be recognised is refused when it is invoiced, not at month end. */
    private static void requireRule(InvoiceIssued invoice, InvoiceIssued.Line line, Rulebook.Opened rules) {
        rules.rule(invoice.legalEntityId(), Purpose.RECOGNITION, invoice.issueDate())
                .lineFor(Item.SCHEDULE, Traits.ofLine(line.productId(), line.revenueTreatment(), null));
    }

    private static RevenueSchedule overTime(
            Told told, InvoiceIssued.Line line, RevenuePolicies.Way way, Obligations.CatchUps catchUps) {
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
        ServicePeriod days = new ServicePeriod(first, period.end());
        return schedule(told, line, line.lineNetAmount(), days, first, way);
    }

    /** Earned when it is invoiced: nothing is deferred and nothing left to do, but a reversal will ask for the line. */
    private static RevenueSchedule atOnce(Told told, InvoiceIssued.Line line) {
        LocalDate day = told.invoice().issueDate();
        ServicePeriod oneDay = new ServicePeriod(day, day.plusDays(1));
        return schedule(
                told, line, Money.zero(line.lineNetAmount().currency()), oneDay, null, RevenuePolicies.Way.USUAL);
    }

    private static RevenueSchedule schedule(
            Told told,
            InvoiceIssued.Line line,
            Money deferred,
            ServicePeriod period,
            LocalDate dueFrom,
            RevenuePolicies.Way way) {
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
