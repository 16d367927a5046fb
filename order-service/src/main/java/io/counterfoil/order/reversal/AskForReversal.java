package io.counterfoil.order.reversal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.reversal.ReversalJson.Request;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Somebody wants an order taken back, or some of its goods. */
@UseCase
class AskForReversal {

    private final ContractBook contracts;
    private final ProcessBook processes;
    private final Reversals reversals;
    private final ReversalPath path;
    private final BusinessClock clock;

    @Inject
    AskForReversal(
            ContractBook contracts,
            ProcessBook processes,
            Reversals reversals,
            ReversalPath path,
            BusinessClock clock) {
        this.contracts = contracts;
        this.processes = processes;
        this.reversals = reversals;
        this.path = path;
        this.clock = clock;
    }

    ReversalJson.View handle(Request wanted) {
        wanted.check();
        String correlationId = processes.correlationId(wanted.orderId());
        ContractJson contract = contracts
                .ofOrder(wanted.orderId())
                .filter(known -> processes.isBilled(wanted.orderId()))
                .orElseThrow(() -> new NothingBilled(wanted.orderId().toString()));
        if (wanted.kind().isWhole()) {
            reversals.ofWhole(wanted.orderId()).ifPresent(number -> {
                throw new AlreadyTakenBack(number);
            });
        }
        LocalDate day = effective(wanted, contract);
        return Correlation.within(Correlation.current().continuing(correlationId), () -> {
            Reversal reversal = new Reversal(
                    EventIds.next(),
                    reversals.nextNumber(),
                    contract,
                    wanted,
                    day,
                    Correlation.current().actor(),
                    correlationId);
            path.begin(reversal);
            return reversals.changed(reversal);
        });
    }

    private LocalDate effective(Request wanted, ContractJson contract) {
        LocalDate today = clock.today(ZoneOffset.UTC);
        if (wanted.kind() == ReversalKind.COMPENSATION) {
            return contract.startDate();
        }
        LocalDate day = wanted.effectiveDate() == null ? today : wanted.effectiveDate();
        if (day.isBefore(contract.startDate()) || day.isAfter(contract.endDate())) {
            throw new Invalid("/effectiveDate", "must be from " + contract.startDate() + " to " + contract.endDate());
        }
        return day;
    }
}
