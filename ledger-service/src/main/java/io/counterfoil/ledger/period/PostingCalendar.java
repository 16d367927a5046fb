package io.counterfoil.ledger.period;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says on which date something may be posted, and opens the month for it. */
@Dependent
public class PostingCalendar {

    private final Database database;

    @Inject
    public PostingCalendar(Database database) {
        this.database = database;
    }

    /** Something that happened at a legal entity on a day, and in which of its sub-ledgers. */
    public record Happened(String legalEntityId, LocalDate effectiveDate, SubLedger subLedger) {

        private String own() {
            return legalEntityId + "/" + subLedger;
        }

        private String general() {
            return legalEntityId + "/" + SubLedger.GENERAL;
        }
    }

    /**
     * When it is posted.
     *
     * @param late its own period was closed, so it is posted on the first day of the next open one
     */
    public record PostingDate(LocalDate date, boolean late) {}

    /** The posting date of each; their months are open afterwards. */
    public Map<Happened, PostingDate> dates(Collection<Happened> happened) {
        Map<String, Months> known = known();
        Map<Happened, PostingDate> dates = new HashMap<>();
        for (Happened each : Set.copyOf(happened)) {
            Months general = known.getOrDefault(each.general(), Months.NONE);
            Months own = known.getOrDefault(each.own(), Months.NONE);
            dates.put(each, dateOf(each.effectiveDate(), general, own));
        }
        open(dates, known);
        return dates;
    }

    /**
     * Waits for postings in flight into a month, and they for the end of this transaction: each of them shares the general
     * ledger's row of its month. That is opened where there is none, unless it is closed with a later one.
     */
    void hold(String legalEntityId, YearMonth month) {
        Months general = known().getOrDefault(legalEntityId + "/" + SubLedger.GENERAL, Months.NONE);
        if (!general.isClosed(month.atDay(1))) {
            open(Set.of(new AccountingMonth(legalEntityId, month)));
        }
        database.query(
                        "select id from accounting_period where id = ? for update",
                        AccountingPeriod.id(legalEntityId, month, SubLedger.GENERAL))
                .list(row -> row.text("id"));
    }

    private Map<String, Months> known() {
        Map<String, Months> known = new HashMap<>();
        database.query(
                        """
                        select legal_entity_id || '/' || sub_ledger as books, max(end_date) filter (where state in ('CLOSED', 'LOCKED')) as until,
                               string_agg(to_char(start_date, 'YYYY-MM'), ' ') filter (where state not in ('CLOSED', 'LOCKED')) as open
                        from accounting_period group by 1
                        """)
                .list(row -> known.put(
                        row.text("books"),
                        new Months(
                                row.date("until"),
                                row.text("open") == null
                                        ? Set.of()
                                        : Set.of(row.text("open").split(" ")))));
        return known;
    }

    /** Which months are closed: those before the last that was, unless they are open or were opened again. */
    private record Months(LocalDate until, Set<String> open) {
        static final Months NONE = new Months(null, Set.of());

        boolean isClosed(LocalDate date) {
            return until != null
                    && date.isBefore(until)
                    && !open.contains(YearMonth.from(date).toString());
        }
    }

    private static PostingDate dateOf(LocalDate effective, Months general, Months own) {
        LocalDate date = effective;
        while (general.isClosed(date) || own.isClosed(date)) {
            date = date.plusMonths(1).withDayOfMonth(1);
        }
        return new PostingDate(date, !date.equals(effective));
    }

    private void open(Map<Happened, PostingDate> dates, Map<String, Months> known) {
        Set<AccountingMonth> months = new LinkedHashSet<>();
        dates.forEach((happened, posting) -> {
            YearMonth month = YearMonth.from(posting.date());
            Months there = known.getOrDefault(happened.general(), Months.NONE);
            if (!there.open().contains(month.toString())) {
                months.add(new AccountingMonth(happened.legalEntityId(), month));
            }
        });
        if (!months.isEmpty()) {
            open(months);
        }
    }

    private void open(Set<AccountingMonth> months) {
        List<String> entities = new ArrayList<>();
        List<LocalDate> starts = new ArrayList<>();
        for (AccountingMonth month : months) {
            entities.add(month.legalEntityId());
            starts.add(month.month().atDay(1));
        }
        database.update(
                """
                insert into accounting_period (id, legal_entity_id, start_date, end_date, state, version)
                select m.entity || '/' || to_char(m.start, 'YYYY-MM'), m.entity, m.start, (m.start + interval '1 month')::date, 'OPEN', 1
                from unnest(?::text[], ?::date[]) as m(entity, start)
                where not exists (select from accounting_period p where p.legal_entity_id = m.entity and p.start_date = m.start
                                  and p.sub_ledger = 'GENERAL')
                order by 1
                on conflict do nothing
                """,
                entities,
                starts);
    }

    private record AccountingMonth(String legalEntityId, YearMonth month) {}
}
