package io.counterfoil.ledger.manual;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.account.Chart;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.dimension.Dimensions;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps what somebody wants posted, when it could be posted at all. */
@UseCase
class DraftEntry {

    private final ManualEntries entries;
    private final Books books;
    private final Chart chart;
    private final Dimensions dimensions;
    private final BusinessClock clock;

    @Inject
    DraftEntry(ManualEntries entries, Books books, Chart chart, Dimensions dimensions, BusinessClock clock) {
        this.entries = entries;
        this.books = books;
        this.chart = chart;
        this.dimensions = dimensions;
        this.clock = clock;
    }

    ManualEntryJson handle(ManualEntryJson.Request told, String by) {
        books.of(told.legalEntityId());
        Money.decimals(told.currency());
        switch (told.kind()) {
            case JOURNAL -> checkLines(told);
            case REVERSAL, EXCLUSION -> require(told.concerns() != null, "/concerns", "is required");
            case PAYOUT -> checkAmount(told);
            case INTERCOMPANY -> {
                require(told.counterpartyId() != null, "/counterpartyId", "is required");
                require(!told.legalEntityId().equals(told.counterpartyId()), "/counterpartyId", "must be another one");
                books.of(told.counterpartyId());
                checkAmount(told);
            }
        }
        UUID id = EventIds.next();
        entries.add(id, told, by, clock.now());
        return entries.find(id).orElseThrow();
    }

    private static void checkAmount(ManualEntryJson.Request told) {
        require(told.amount() != null && told.amount().isPositive(), "/amount", "must be above zero");
        require(told.amount().currency().equals(told.currency()), "/amount/currency", "must be that of the entry");
    }

    private void checkLines(ManualEntryJson.Request told) {
        List<ManualEntryJson.Line> lines = told.lines() == null ? List.of() : told.lines();
        require(lines.size() >= 2, "/lines", "must be two or more");
        Money balance = Money.zero(told.currency());
        for (int i = 0; i < lines.size(); i++) {
            ManualEntryJson.Line line = lines.get(i);
            require(
                    line.amount().currency().equals(told.currency()),
                    "/lines/" + i + "/amount",
                    "must be in the entry's currency");
            require(line.amount().isPositive(), "/lines/" + i + "/amount", "must be above zero");
            balance = line.side() == Side.DEBIT ? balance.plus(line.amount()) : balance.minus(line.amount());
        }
        if (!balance.isZero()) {
            throw new UnbalancedEntry(balance);
        }
        Set<String> codes = lines.stream().map(ManualEntryJson.Line::account).collect(Collectors.toSet());
        Set<String> missing = chart.missing(told.legalEntityId(), codes);
        if (!missing.isEmpty()) {
            throw new Invalid("/lines", "no accounts of " + told.legalEntityId() + ": " + missing);
        }
        Set<String> controlled = chart.controlled(told.legalEntityId(), codes);
        if (!controlled.isEmpty()) {
            throw new ControlAccountNotByHand(controlled);
        }
        Dimensions.Opened listed = dimensions.open(Set.of(told.legalEntityId()));
        lines.stream()
                .filter(line -> line.dimensions() != null)
                .forEach(line -> listed.require(told.legalEntityId(), line.dimensions(), told.effectiveDate()));
    }

    private static void require(boolean good, String pointer, String detail) {
        if (!good) {
            throw new Invalid(pointer, detail);
        }
    }
}
