package io.counterfoil.order.contract;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import io.counterfoil.common.db.Versioned;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What we and a customer agreed. It is signed when an order is accepted; its price is allocated over its performance
 * obligations by what each costs on its own, the last one taking the remainder, so that they add up to the price.
 */
class Contract implements Versioned {

    /** How contracts lie in the database. */
    static final Table<Contract> TABLE = Table.<Contract>named("contract")
            .with("contract_id", "uuid", contract -> contract.contractId)
            .with("contract_number", "text", contract -> contract.contractNumber)
            .with("contract_version", "int", contract -> contract.contractVersion)
            .with("order_id", "uuid", contract -> contract.orderId)
            .with("customer_id", "uuid", contract -> contract.customerId)
            .with("legal_entity_id", "text", contract -> contract.legalEntityId)
            .with("currency", "text", contract -> contract.currency)
            .with("start_date", "date", contract -> contract.startDate)
            .with("term_months", "int", contract -> contract.termMonths)
            .with("transaction_price_minor", "bigint", contract -> contract.transactionPriceMinor)
            .having(Obligation.TABLE, contract -> contract.newObligations);

    private final UUID contractId;
    private final String contractNumber;
    private final UUID orderId;
    private final UUID customerId;
    private final String legalEntityId;
    private final String currency;
    private final LocalDate startDate;
    private final long transactionPriceMinor;
    private final List<Obligation> obligations;
    private final List<Obligation> newObligations;
    private int contractVersion;
    private int termMonths;
    private int version;

    private Contract(UUID contractId, String contractNumber, ContractTerms terms) {
        this.contractId = contractId;
        this.contractNumber = contractNumber;
        orderId = terms.orderId();
        customerId = terms.customerId();
        legalEntityId = terms.legalEntityId();
        currency = terms.currency();
        startDate = terms.startDate();
        transactionPriceMinor = terms.transactionPrice().minor();
        obligations = allocated(contractId, terms);
        newObligations = obligations;
        contractVersion = 1;
        termMonths = terms.termMonths();
    }

    /** As it was written. */
    Contract(Row row, List<Obligation> obligations) {
        contractId = row.uuid("contract_id");
        contractNumber = row.text("contract_number");
        orderId = row.uuid("order_id");
        customerId = row.uuid("customer_id");
        legalEntityId = row.text("legal_entity_id");
        currency = row.text("currency");
        startDate = row.date("start_date");
        transactionPriceMinor = row.longValue("transaction_price_minor");
        this.obligations = obligations;
        newObligations = List.of();
        contractVersion = row.intValue("contract_version");
        termMonths = row.intValue("term_months");
        version = row.intValue("version");
    }

    /** The contract of an order's terms, in its first version. */
    static Contract sign(UUID contractId, String contractNumber, ContractTerms terms) {
        return new Contract(contractId, contractNumber, terms);
    }

    private static List<Obligation> allocated(UUID contractId, ContractTerms terms) {
        List<Money> shares = Allocation.of(terms);
        return IntStream.range(0, shares.size())
                .mapToObj(
                        i -> new Obligation(contractId, i + 1, terms.promises().get(i), shares.get(i)))
                .toList();
    }

    /** What it says of itself now. */
    ContractSigned signed() {
        return signed(List.of());
    }

    /** The fact of its signing, with the evidence by which its price was allocated. */
    ContractSigned signed(List<ContractTerms.Together> soldTogether) {
        return new ContractSigned(
                contractId,
                contractVersion,
                contractNumber,
                orderId,
                customerId,
                legalEntityId,
                currency,
                startDate,
                endDate(),
                termMonths,
                obligations.stream().map(Obligation::promised).toList(),
                soldTogether.isEmpty() ? null : soldTogether);
    }

    /** Its next version, because an amendment is in effect. */
    ContractAmended amended(UUID amendmentId, String kind, UUID lineId, LocalDate effectiveDate) {
        contractVersion++;
        return new ContractAmended(
                contractId,
                contractVersion,
                contractNumber,
                orderId,
                customerId,
                legalEntityId,
                currency,
                amendmentId,
                kind,
                lineId,
                effectiveDate);
    }

    /** It goes on for a further term: its next version. */
    ContractRenewed renewed(UUID renewalId, LocalDate periodStart, int months, String upliftPercent) {
        contractVersion++;
        termMonths += months;
        return new ContractRenewed(
                contractId,
                contractVersion,
                contractNumber,
                orderId,
                customerId,
                legalEntityId,
                renewalId,
                periodStart,
                periodStart.plusMonths(months),
                months,
                upliftPercent);
    }

    /** The fact of its end, from a day on. */
    ContractEnded ended(LocalDate effectiveDate, String reason) {
        contractVersion++;
        return new ContractEnded(
                contractId, contractVersion, contractNumber, orderId, customerId, legalEntityId, effectiveDate, reason);
    }

    private LocalDate endDate() {
        return startDate.plusMonths(termMonths);
    }

    UUID contractId() {
        return contractId;
    }

    Money transactionPrice() {
        return Money.ofMinor(transactionPriceMinor, currency);
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public void writtenAs(int next) {
        version = next;
    }
}
