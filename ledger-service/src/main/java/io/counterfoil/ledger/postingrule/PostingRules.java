package io.counterfoil.ledger.postingrule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All versions of all posting rules; they are only added. */
@Dependent
class PostingRules {

    private static final String SELECT =
            """
            select r.*, l.line_number, l.item, l.product_id, l.revenue_treatment, l.tax_category_code, l.payment_channel,
                   l.document_type, l.line_type, l.reason, l.dimensions,
                   d.id as debit_id, d.code as debit_code, d.name as debit_name, d.valid_from as debit_from, d.valid_to as debit_to,
                   c.id as credit_id, c.code as credit_code, c.name as credit_name, c.valid_from as credit_from, c.valid_to as credit_to
            from posting_rule r
            join posting_rule_line l on l.rule_id = r.id and l.rule_version = r.version
            join account d on d.id = l.debit_account
            join account c on c.id = l.credit_account
            """;

    private final Database database;

    @Inject
    PostingRules(Database database) {
        this.database = database;
    }

    /** Those that hold: another person has approved them. */
    List<PostingRule> of(Collection<String> legalEntityIds) {
        return read(database.query(
                SELECT
                        + """
                        join posting_rule_decision x on x.rule_id = r.id and x.rule_version = r.version and x.approved
                        where r.legal_entity_id = any(?) order by r.id, r.version, l.line_number
                        """,
                legalEntityIds));
    }

    Optional<PostingRule> newest(String id) {
        return read(database.query(
                        SELECT
                                + "where r.id = ? and r.version = (select max(version) from posting_rule where id = ?) order by l.line_number",
                        id,
                        id))
                .stream()
                .findFirst();
    }

    Optional<PostingRule> version(String id, long version) {
        return read(database.query(SELECT + "where r.id = ? and r.version = ? order by l.line_number", id, version))
                .stream()
                .findFirst();
    }

    /** The newest version of each, in the order of their ids. */
    List<PostingRule> after(String id, String legalEntityId, int limit) {
        return read(database.query(
                SELECT
                        + """
                        where (r.id, r.version) in (
                            select id, max(version) from posting_rule
                            where id > ? and (?::text is null or legal_entity_id = ?) group by id order by id limit ?)
                        order by r.id, l.line_number
                        """,
                id,
                legalEntityId,
                legalEntityId,
                limit));
    }

    /** What became of a version. */
    RuleState state(PostingRule rule) {
        return database.query(
                        """
                        select r.activated_by, d.approved, d.decided_by, d.decided_at
                        from posting_rule r left join posting_rule_decision d on d.rule_id = r.id and d.rule_version = r.version
                        where r.id = ? and r.version = ?
                        """,
                        rule.ruleId(),
                        rule.version())
                .one(row -> row.text("decided_by") == null
                        ? RuleState.proposed(row.text("activated_by"))
                        : new RuleState(
                                row.bool("approved") ? "ACTIVE" : "REJECTED",
                                row.text("activated_by"),
                                row.text("decided_by"),
                                row.instant("decided_at")))
                .orElseThrow();
    }

    void decide(PostingRule rule, boolean approved, String by, Instant at) {
        database.update(
                "insert into posting_rule_decision (rule_id, rule_version, approved, decided_by, decided_at) values (?, ?, ?, ?, ?)",
                rule.ruleId(),
                rule.version(),
                approved,
                by,
                at);
    }

    /** Lets nobody else give a version of the rule until the transaction ends. */
    void lock(String id) {
        database.query("select 1 as locked from pg_advisory_xact_lock(hashtextextended('posting rule ' || ?, 0))", id)
                .one(row -> true);
    }

    /** Keeps a version. */
    void add(PostingRule rule, String by, Instant at) {
        database.update(
                "insert into posting_rule (id, version, legal_entity_id, purpose, valid_from, valid_to, activated_at, activated_by) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                rule.ruleId(),
                rule.version(),
                rule.legalEntityId(),
                rule.purpose(),
                rule.validFrom(),
                rule.validTo(),
                at,
                by);
        database.batch(
                """
                insert into posting_rule_line (rule_id, rule_version, line_number, item, product_id, revenue_treatment,
                                               tax_category_code, payment_channel, document_type, line_type, reason, dimensions,
                                               debit_account, credit_account)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                lineRows(rule));
    }

    private static List<Object[]> lineRows(PostingRule rule) {
        List<Object[]> lines = new ArrayList<>();
        for (PostingRule.Line line : rule.lines()) {
            Traits traits = line.traits();
            lines.add(new Object[] {
                rule.ruleId(),
                rule.version(),
                lines.size() + 1,
                line.item(),
                traits.productId(),
                traits.revenueTreatment(),
                traits.taxCategoryCode(),
                traits.paymentChannel(),
                traits.documentType(),
                traits.lineType(),
                traits.reason(),
                Json.write(line.dimensions()),
                line.debit().id(),
                line.credit().id()
            });
        }
        return lines;
    }

    private static List<PostingRule> read(Database.Query query) {
        Map<PostingRule, List<PostingRule.Line>> found = query.list(PostingRules::readRow).stream()
                .collect(Collectors.groupingBy(
                        Found::rule, LinkedHashMap::new, Collectors.mapping(Found::line, Collectors.toList())));
        return found.entrySet().stream()
                .map(rule -> withLines(rule.getKey(), rule.getValue()))
                .toList();
    }

    private record Found(PostingRule rule, PostingRule.Line line) {}

    private static Found readRow(Row row) {
        Traits traits = new Traits(
                row.text("product_id"),
                row.text("revenue_treatment"),
                row.text("tax_category_code"),
                row.text("payment_channel"),
                row.text("document_type"),
                row.text("line_type"),
                row.text("reason"));
        return new Found(
                new PostingRule(
                        row.text("id"),
                        row.longValue("version"),
                        row.text("legal_entity_id"),
                        Purpose.valueOf(row.text("purpose")),
                        row.date("valid_from"),
                        row.date("valid_to"),
                        List.of()),
                new PostingRule.Line(
                        Item.valueOf(row.text("item")),
                        traits,
                        account(row, "debit"),
                        account(row, "credit"),
                        dimensions(row.text("dimensions"))));
    }

    private static Map<String, String> dimensions(String json) {
        if (json.equals("{}")) {
            return Map.of();
        }
        try {
            return Json.lenient().readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("dimensions of a rule can't be read", broken);
        }
    }

    private static PostingRule.Account account(Row row, String side) {
        return new PostingRule.Account(
                row.text(side + "_id"),
                row.text(side + "_code"),
                row.text(side + "_name"),
                row.date(side + "_from"),
                row.date(side + "_to"));
    }

    private static PostingRule withLines(PostingRule rule, List<PostingRule.Line> lines) {
        return new PostingRule(
                rule.ruleId(),
                rule.version(),
                rule.legalEntityId(),
                rule.purpose(),
                rule.validFrom(),
                rule.validTo(),
                lines);
    }
}
