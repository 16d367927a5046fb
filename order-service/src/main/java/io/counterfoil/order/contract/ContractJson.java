package io.counterfoil.order.contract;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A contract on the wire. */
public record ContractJson(
        UUID contractId,
        String contractNumber,
        int contractVersion,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        LocalDate startDate,
        LocalDate endDate,
        int termMonths,
        Money transactionPrice,
        List<ContractSigned.Promised> obligations) {

    static ContractJson of(Contract contract) {
        ContractSigned signed = contract.signed();
        return new ContractJson(
                signed.contractId(),
                signed.contractNumber(),
                signed.contractVersion(),
                signed.orderId(),
                signed.customerId(),
                signed.legalEntityId(),
                signed.currency(),
                signed.startDate(),
                signed.endDate(),
                signed.termMonths(),
                contract.transactionPrice(),
                signed.obligations());
    }
}
