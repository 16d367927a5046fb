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

    /** Something that happened at a legal entity on a day. */
    public record Happened(String legalEntityId, LocalDate effectiveDate) {}

    /**
     * When it is posted.
     *
     * @param late its own period was closed, so it is posted on the first day of the next open one
     */
    public record PostingDate(LocalDate date, boolean late) {}

    /** The posting date of each; their months are open afterwards. */
    public Map<Happened, PostingDate> dates(Collection<Happened> happened) {
        Map<String, LocalDate> closedUntil = new HashMap<>();
        database.query(
                        "select legal_entity_id, max(end_date) as closed_until from accounting_period where state = 'CLOSED' group by 1")
                .list(row -> closedUntil.put(row.text("legal_entity_id"), row.date("closed_until")));
        Map<Happened, PostingDate> dates = new HashMap<>();
        for (Happened each : Set.copyOf(happened)) {
            dates.put(each, dateOf(each.effectiveDate(), closedUntil.get(each.legalEntityId())));
        }
        open(dates);
        return dates;
    }

    private static PostingDate dateOf(LocalDate effective, LocalDate closedUntil) {
        boolean late = closedUntil != null && effective.isBefore(closedUntil);
        return new PostingDate(late ? closedUntil : effective, late);
    }

    private void open(Map<Happened, PostingDate> dates) {
        Set<AccountingMonth> months = new LinkedHashSet<>();
        dates.forEach((happened, posting) ->
                months.add(new AccountingMonth(happened.legalEntityId(), YearMonth.from(posting.date()))));
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
                where not exists (select from accounting_period p where p.legal_entity_id = m.entity and p.start_date = m.start)
                order by 1
                on conflict do nothing
                """,
                entities,
                starts);
    }

    private record AccountingMonth(String legalEntityId, YearMonth month) {}
}
