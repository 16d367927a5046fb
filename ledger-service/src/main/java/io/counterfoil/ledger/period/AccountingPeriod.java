package io.counterfoil.ledger.period;

import io.counterfoil.common.http.IllegalMove;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A month in the books of a legal entity. Its first posting opens it; when it is over a controller closes it, and from
 * then on nothing is posted into it.
 */
@Entity
@Table(name = "accounting_period")
class AccountingPeriod {

    enum State {
        OPEN,
        CLOSED
    }

    @Id
    private String id;

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "end_date")
    private LocalDate endDate;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "closed_by")
    private String closedBy;

    @Version
    private long version;

    protected AccountingPeriod() {}

    AccountingPeriod(String legalEntityId, YearMonth month) {
        this.id = id(legalEntityId, month);
        this.legalEntityId = legalEntityId;
        this.startDate = month.atDay(1);
        this.endDate = month.plusMonths(1).atDay(1);
        this.state = State.OPEN;
    }

    static String id(String legalEntityId, YearMonth month) {
        return legalEntityId + "/" + month;
    }

    /** Closes it; {@code today} is the day it is at the legal entity. */
    void close(LocalDate today, Instant at, String by) {
        if (state == State.CLOSED) {
            throw new IllegalMove("Accounting period " + id, state, "be closed", List.of());
        }
        if (today.isBefore(endDate)) {
            throw new PeriodNotOver(id, endDate);
        }
        state = State.CLOSED;
        closedAt = at;
        closedBy = by;
    }

    String id() {
        return id;
    }

    AccountingPeriodJson json() {
        return new AccountingPeriodJson(
                legalEntityId,
                YearMonth.from(startDate).toString(),
                startDate,
                endDate,
                state.name(),
                closedAt,
                closedBy,
                version);
    }
}
