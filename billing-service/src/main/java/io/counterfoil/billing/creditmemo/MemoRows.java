package io.counterfoil.billing.creditmemo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of the credit memos and of what they settled. */
@Dependent
class MemoRows {

    private final Database database;

    @Inject
    MemoRows(Database database) {
        this.database = database;
    }

    /** What a memo settled; below zero where a void took it back. */
    record Application(
            UUID applicationId,
            Settled.Target target,
            UUID targetId,
            Money amount,
            boolean atIssue,
            LocalDate day,
            Instant at) {}

    void add(CreditMemo memo) {
        database.update(
                """
                insert into credit_memo (credit_memo_id, series, legal_entity_id, invoice_id, customer_id, currency, state,
                    reason_code, reason, requested_by, net_minor, tax_minor, total_minor, to_invoice_minor,
                    to_customer_credit_minor, to_refund_minor, external_minor, open_minor, effective_at, correlation_id,
                    policy_versions, version, rounding_minor, national_tax_minor, national_currency)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                """,
                memo.creditMemoId(),
                memo.series(),
                memo.legalEntityId(),
                memo.invoiceId(),
                memo.customerId(),
                memo.currency(),
                memo.state(),
                memo.why().reasonCode(),
                memo.why().reason(),
                memo.why().requestedBy(),
                memo.net().minor(),
                memo.tax().minor(),
                memo.total().minor(),
                memo.settled().toInvoice().minor(),
                memo.settled().toCustomerCredit().minor(),
                memo.settled().toRefund().minor(),
                memo.settled().external().minor(),
                memo.open().minor(),
                memo.effectiveAt(),
                memo.correlationId(),
                Json.write(memo.policyVersions()),
                memo.version(),
                memo.rounding().minor(),
                memo.nationalTax() == null ? null : memo.nationalTax().minor(),
                memo.nationalTax() == null ? null : memo.nationalTax().currency());
    }

    void move(CreditMemo memo) {
        int changed = database.update(
                """
                update credit_memo set credit_memo_number = ?, state = ?, approved_by = ?, to_invoice_minor = ?,
                    to_customer_credit_minor = ?, to_refund_minor = ?, external_minor = ?, refunded_minor = ?, open_minor = ?,
                    issue_date = ?, effective_at = ?, issued_event_id = ?, voided_event_id = ?, voided_on = ?, version = ?
                 where credit_memo_id = ? and version < ?
                """,
                memo.number(),
                memo.state(),
                memo.why().approvedBy(),
                memo.settled().toInvoice().minor(),
                memo.settled().toCustomerCredit().minor(),
                memo.settled().toRefund().minor(),
                memo.settled().external().minor(),
                memo.refunded().minor(),
                memo.open().minor(),
                memo.issueDate(),
                memo.effectiveAt(),
                memo.issuedEventId(),
                memo.voidedEventId(),
                memo.voidedOn(),
                memo.version(),
                memo.creditMemoId(),
                memo.version());
        if (changed != 1) {
            throw new IllegalStateException("a credit memo was changed meanwhile");
        }
    }

    void add(CreditMemo memo, Application application) {
        database.update(
                """
                insert into credit_memo_application (application_id, credit_memo_id, target, target_id, amount_minor, at_issue,
                    effective_date, effective_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                application.applicationId(),
                memo.creditMemoId(),
                application.target(),
                application.targetId(),
                application.amount().minor(),
                application.atIssue(),
                application.day(),
                application.at());
    }

    List<Application> applications(CreditMemo memo) {
        return database.query(
                        "select * from credit_memo_application where credit_memo_id = ? order by effective_at, application_id",
                        memo.creditMemoId())
                .list(row -> new Application(
                        row.uuid("application_id"),
                        Settled.Target.valueOf(row.text("target")),
                        row.uuid("target_id"),
                        Money.ofMinor(row.longValue("amount_minor"), memo.currency()),
                        row.bool("at_issue"),
                        row.date("effective_date"),
                        row.instant("effective_at")));
    }

    Optional<CreditMemo> byId(UUID id, boolean locked) {
        return database.query("select * from credit_memo where credit_memo_id = ?" + (locked ? " for update" : ""), id)
                .one(MemoRows::read);
    }

    /** A page in the order of their ids; what is null in the filter does not filter. */
    List<CreditMemo> page(MemoFilter filter, UUID after, int limit) {
        return database.query(
                        """
                        select * from credit_memo
                         where (?::uuid is null or credit_memo_id > ?) and (?::uuid is null or customer_id = ?)
                           and (?::uuid is null or invoice_id = ?) and (?::text is null or state = ?)
                         order by credit_memo_id limit ?
                        """,
                        after,
                        after,
                        filter.customerId(),
                        filter.customerId(),
                        filter.invoiceId(),
                        filter.invoiceId(),
                        filter.state(),
                        filter.state(),
                        limit)
                .list(MemoRows::read);
    }

    private static CreditMemo read(Row row) {
        return new CreditMemo(
                row.uuid("credit_memo_id"),
                row.text("credit_memo_number"),
                row.text("series"),
                row.text("legal_entity_id"),
                row.uuid("invoice_id"),
                row.uuid("customer_id"),
                CreditMemoState.valueOf(row.text("state")),
                new CreditMemo.Why(
                        row.text("reason_code"), row.text("reason"), row.text("requested_by"), row.text("approved_by")),
                row.money("net_minor", "currency"),
                row.money("tax_minor", "currency"),
                row.money("rounding_minor", "currency"),
                row.text("national_currency") == null ? null : row.money("national_tax_minor", "national_currency"),
                new Settled(
                        row.money("to_invoice_minor", "currency"),
                        row.money("to_customer_credit_minor", "currency"),
                        row.money("to_refund_minor", "currency"),
                        row.money("external_minor", "currency")),
                row.money("refunded_minor", "currency"),
                row.date("issue_date"),
                row.instant("effective_at"),
                row.text("correlation_id"),
                row.uuid("issued_event_id"),
                row.uuid("voided_event_id"),
                row.date("voided_on"),
                versions(row.text("policy_versions")),
                row.intValue("version"));
    }

    private static Map<String, String> versions(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("kept policy versions can't be read", corrupt);
        }
    }
}
