package io.counterfoil.ledger.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.JournalEntryJson;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Traits;
import io.counterfoil.ledger.rate.Rate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Finds what was posted by the rules for a purpose, newest first, and what waits since there was none. */
@Dependent
class PostedEntries {

    private final Database database;

    @Inject
    PostedEntries(Database database) {
        this.database = database;
    }

    /** What a run recognised in one entry of one product. */
    record Recognised(String productId, String treatment, String currency, long minor) {}

    List<Posted> of(PostingRule rule, LocalDate from, LocalDate to, int limit) {
        List<Posted> found = database.query(
                        """
                        select * from journal_entry
                        where legal_entity_id = ? and (?::date is null or effective_date >= ?) and (?::date is null or effective_date <= ?)
                          and rule_id in (select id from posting_rule where legal_entity_id = ? and purpose = ?)
                          and (?::boolean or source_position is not null)
                        order by ordinal desc limit ?
                        """,
                        rule.legalEntityId(),
                        from,
                        from,
                        to,
                        to,
                        rule.legalEntityId(),
                        rule.purpose(),
                        isOurOwn(rule.purpose()),
                        limit)
                .list(PostedEntries::read);
        Map<UUID, List<JournalEntryJson.Posting>> postings =
                postings(found.stream().map(Posted::entryId).toList());
        return found.stream()
                .map(each -> new Posted(
                        each.eventId(),
                        each.ordinal(),
                        each.entryId(),
                        each.entryNumber(),
                        each.documentNumber(),
                        each.effectiveDate(),
                        each.rate(),
                        each.isFact(),
                        postings.getOrDefault(each.entryId(), List.of())))
                .toList();
    }

    /** Whether entries are made for it that no fact of another service causes. */
    static boolean isOurOwn(Purpose purpose) {
        return switch (purpose) {
            case RECOGNITION, PAYOUT, EXCLUSION, INTERCOMPANY, REVALUATION, CONTRACT_ASSET, ACCRUAL -> true;
            default -> false;
        };
    }

    /** A posting with what it was for. */
    record Part(PostingRule.Account account, Side side, Money amount, Money booked, Tag tag) {}

    List<Part> parts(UUID entryId) {
        return database.query(
                        """
                        select p.*, a.code, a.name, e.functional_currency
                        from posting p join account a on a.id = p.account_id join journal_entry e on e.id = p.entry_id
                        where p.entry_id = ? order by p.line_number
                        """,
                        entryId)
                .list(row -> new Part(
                        new PostingRule.Account(row.text("account_id"), row.text("code"), row.text("name")),
                        Side.valueOf(row.text("side")),
                        row.money("amount_minor", "currency"),
                        row.money("functional_minor", "functional_currency"),
                        new Tag(row.text("item"), row.uuid("item_id"), dimensions(row.text("dimensions")))));
    }

    /** By what a rule finds the accounts of a line that waited for its invoice and was accrued; none for any other entry. */
    Traits traits(UUID entryId) {
        return database.query(
                        """
                        select l.product_id, l.revenue_treatment from journal_entry e join pending_line l on l.item_id = e.document_id
                        where e.id = ? and e.purpose = 'ACCRUAL'
                        """,
                        entryId)
                .one(row -> Traits.ofLine(row.text("product_id"), row.text("revenue_treatment"), null))
                .orElse(Traits.NONE);
    }

    /** Events of billing that are parked now, oldest first. */
    List<Posted> parked(int limit) {
        return database.query(
                        """
                        select event_id from exception
                        where state in ('OPEN', 'ASSIGNED') and origin = 'ledger.billing-events' and event_id is not null order by seq limit ?
                        """,
                        limit)
                .list(row -> Posted.nothing(row.uuid("event_id")));
    }

    List<Recognised> recognised(UUID entryId) {
        return database.query(
                        """
                        select s.product_id, s.revenue_treatment, s.currency, sum(r.amount_minor)::bigint as minor
                        from recognised_slice r join revenue_schedule s on s.id = r.schedule_id
                        left join recognition_set_entry x on x.set_id = r.set_id and x.effective_date = r.effective_date
                        where r.entry_id = ? or x.entry_id = ? group by 1, 2, 3 order by 1, 2
                        """,
                        entryId,
                        entryId)
                .list(row -> new Recognised(
                        row.text("product_id"),
                        row.text("revenue_treatment"),
                        row.text("currency"),
                        row.longValue("minor")));
    }

    private static Posted read(Row row) {
        Rate rate = row.decimal("rate") == null
                ? null
                : new Rate(
                        row.text("currency"),
                        row.text("functional_currency"),
                        row.decimal("rate"),
                        row.text("rate_source"),
                        row.date("rate_date"));
        return new Posted(
                row.uuid("source_event_id"),
                row.longValue("ordinal"),
                row.uuid("id"),
                row.text("entry_number"),
                row.text("document_number"),
                row.date("effective_date"),
                rate,
                row.longOrNull("source_position") != null,
                List.of());
    }

    private Map<UUID, List<JournalEntryJson.Posting>> postings(List<UUID> entryIds) {
        Map<UUID, List<JournalEntryJson.Posting>> found = new HashMap<>();
        database.query(
                        """
                        select p.*, a.code, a.name, e.functional_currency
                        from posting p join account a on a.id = p.account_id join journal_entry e on e.id = p.entry_id
                        where p.entry_id = any(?) order by p.entry_id, p.line_number
                        """,
                        entryIds)
                .list(row -> found.computeIfAbsent(row.uuid("entry_id"), id -> new ArrayList<>())
                        .add(new JournalEntryJson.Posting(
                                row.intValue("line_number"),
                                row.text("code"),
                                row.text("name"),
                                Side.valueOf(row.text("side")),
                                row.money("amount_minor", "currency"),
                                row.money("functional_minor", "functional_currency"),
                                dimensions(row.text("dimensions")))));
        return found;
    }

    private static Map<String, String> dimensions(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("dimensions of a posting can't be read", broken);
        }
    }
}
