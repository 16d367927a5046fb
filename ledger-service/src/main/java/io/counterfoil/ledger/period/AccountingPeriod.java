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
 * A month in the books of a legal entity, or in one of their sub-ledgers. Its first posting opens it. When it is over it is being closed: its checks must
 * pass, else it is open again. Closed, nothing is posted into it; two people may open it again, until it is locked for
 * ever. {@code OPEN → CLOSING → CLOSED → LOCKED, CLOSING → OPEN, CLOSED → REOPENED → CLOSING}.
 */
@Entity
@Table(name = "accounting_period")
class AccountingPeriod {

    enum State {
        OPEN,
        CLOSING,
        CLOSED,
        REOPENED,
        LOCKED
    }

    @Id
    private String id;

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    @Column(name = "sub_ledger")
    @Enumerated(EnumType.STRING)
    private SubLedger subLedger;

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

    @Column(name = "reopening_requested_by")
    private String reopeningRequestedBy;

    @Column(name = "reopening_reason")
    private String reopeningReason;

    @Version
    private long version;

    protected AccountingPeriod() {}

    AccountingPeriod(String legalEntityId, YearMonth month) {
        this(legalEntityId, month, SubLedger.GENERAL);
    }

    AccountingPeriod(String legalEntityId, YearMonth month, SubLedger subLedger) {
        this.id = id(legalEntityId, month, subLedger);
        this.legalEntityId = legalEntityId;
        this.subLedger = subLedger;
        this.startDate = month.atDay(1);
        this.endDate = month.plusMonths(1).atDay(1);
        this.state = State.OPEN;
    }

    static String id(String legalEntityId, YearMonth month, SubLedger subLedger) {
        String general = legalEntityId + "/" + month;
        return subLedger == SubLedger.GENERAL ? general : general + "/" + subLedger;
    }

    /** Begins to close it; {@code today} is the day it is at the legal entity. */
    void prepare(LocalDate today) {
        require("be prepared for its close", State.OPEN, State.REOPENED);
        if (today.isBefore(endDate)) {
            throw new PeriodNotOver(id, endDate);
        }
        state = State.CLOSING;
    }

    /** A blocker was found: it is open again. */
    void withdraw() {
        require("be opened again", State.CLOSING);
        state = State.OPEN;
    }

    void close(LocalDate today, Instant at, String by) {
        if (state != State.CLOSING) {
            prepare(today);
        }
        state = State.CLOSED;
        closedAt = at;
        closedBy = by;
    }

    void lock() {
        require("be locked", State.CLOSED);
        state = State.LOCKED;
    }

    void requestReopening(String by, String reason) {
        require("be reopened", State.CLOSED);
        reopeningRequestedBy = by;
        reopeningReason = reason;
    }

    /** Opens it again; whoever asked for that does not decide it. */
    void reopen(String by) {
        require("be reopened", State.CLOSED);
        if (reopeningRequestedBy == null) {
            throw new ReopeningNotRequested(id);
        }
        if (reopeningRequestedBy.equals(by)) {
            throw new ReopenedByRequester(id, by);
        }
        state = State.REOPENED;
        closedAt = null;
        closedBy = null;
        reopeningRequestedBy = null;
        reopeningReason = null;
    }

    private void require(String move, State... from) {
        if (!List.of(from).contains(state)) {
            throw new IllegalMove("Accounting period " + id, state, move, legalMoves());
        }
    }

    private List<String> legalMoves() {
        return switch (state) {
            case OPEN, REOPENED -> List.of("PREPARE", "CLOSE");
            case CLOSING -> List.of("CLOSE", "WITHDRAW");
            case CLOSED -> List.of("LOCK", "REQUEST_REOPENING", "REOPEN");
            case LOCKED -> List.of();
        };
    }

    String id() {
        return id;
    }

    State state() {
        return state;
    }

    boolean isShut() {
        return state == State.CLOSED || state == State.LOCKED;
    }

    String reopeningRequestedBy() {
        return reopeningRequestedBy;
    }

    String reopeningReason() {
        return reopeningReason;
    }

    AccountingPeriodJson json() {
        return new AccountingPeriodJson(
                legalEntityId,
                YearMonth.from(startDate).toString(),
                subLedger.name(),
                startDate,
                endDate,
                state.name(),
                closedAt,
                closedBy,
                reopeningRequestedBy,
                reopeningReason,
                version);
    }
}
