package io.counterfoil.order.renewal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.renewal.RenewalJson.Wanted;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Says how a contract is to go on when its term ends. */
@UseCase
class SetRenewalTerms {

    private final Renewals renewals;
    private final ContractBook contracts;

    @Inject
    SetRenewalTerms(Renewals renewals, ContractBook contracts) {
        this.renewals = renewals;
        this.contracts = contracts;
    }

    RenewalTerms handle(UUID contractId, Wanted wanted, String ifMatch) {
        wanted.check();
        ContractJson contract = contracts.show(contractId);
        if (renewals.isOver(contractId)) {
            throw new ContractIsOver(contract.contractNumber());
        }
        Optional<RenewalTerms> known = renewals.terms(contractId);
        known.ifPresent(before -> ETags.require(ifMatch, before.version()));
        LocalDate end = known.map(RenewalTerms::termEnd).orElse(contract.endDate());
        RenewalTerms terms = new RenewalTerms(
                contractId,
                wanted.mode(),
                wanted.termMonths(),
                wanted.upliftPercent(),
                wanted.noticeDays(),
                end,
                known.map(before -> before.version() + 1).orElse(1));
        renewals.write(terms);
        return terms;
    }
}
