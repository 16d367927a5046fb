package io.counterfoil.ledger.obligation;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.turn.Turns;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Does something to an obligation, and to the schedules of all that is billed for it. */
@UseCase
class ActOnObligation {

    private final Contracts contracts;
    private final RevenueContracts views;
    private final Obligations obligations;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Turns turns;

    @Inject
    ActOnObligation(
            Contracts contracts,
            RevenueContracts views,
            Obligations obligations,
            Outbox outbox,
            BusinessClock clock,
            Turns turns) {
        this.contracts = contracts;
        this.views = views;
        this.obligations = obligations;
        this.outbox = outbox;
        this.clock = clock;
        this.turns = turns;
    }

    RevenueContractJson handle(UUID contractId, String obligationId, RevenueContractJson.Act wanted, String by) {
        RevenueContractJson contract =
                views.find(contractId).orElseThrow(() -> new NotFound("revenue contract", contractId));
        turns.take(contractId, contract.customerId());
        Obligation obligation = contracts.find(List.of(obligationId)).stream()
                .filter(found -> found.contractId().equals(contractId))
                .findFirst()
                .orElseThrow(() -> new NotFound("performance obligation", obligationId));
        requireUnits(wanted);
        obligation.require(wanted.kind(), wanted.effectiveDate());
        ObligationAct act = new ObligationAct(
                EventIds.next(),
                wanted.kind(),
                wanted.effectiveDate(),
                wanted.unitsDone(),
                wanted.unitsAll(),
                wanted.newEndDate(),
                wanted.reason(),
                by,
                clock.now(),
                null);
        obligations.act(Map.of(obligationId, act));
        outbox.publish(fact(act, contract, obligationId));
        return views.find(contractId).orElseThrow();
    }

    private static void requireUnits(RevenueContractJson.Act wanted) {
        boolean both = wanted.unitsDone() != null && wanted.unitsAll() != null;
        if (both && wanted.unitsDone() > wanted.unitsAll()) {
            throw new Invalid("/unitsDone", "must not be more than unitsAll");
        }
        if (!both
                && (wanted.kind() == ObligationAct.Kind.PROGRESS
                        || wanted.unitsDone() != null
                        || wanted.unitsAll() != null)) {
            throw new Invalid("/unitsDone", "must be given together with unitsAll");
        }
    }

    private static ObligationActed fact(ObligationAct act, RevenueContractJson contract, String obligationId) {
        return new ObligationActed(
                act.actId(),
                contract.contractId(),
                obligationId,
                contract.legalEntityId(),
                contract.customerId(),
                act.kind().name(),
                act.effectiveDate(),
                act.unitsDone(),
                act.unitsAll(),
                act.newEnd(),
                act.reason(),
                act.decidedBy(),
                act.recordedAt());
    }
}
