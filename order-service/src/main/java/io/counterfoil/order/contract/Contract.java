package io.counterfoil.order.contract;

import io.counterfoil.common.money.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What we and a customer agreed. It is signed when an order is accepted; its price is allocated over its performance
 * obligations by what each costs on its own, the last one taking the remainder, so that they add up to the price.
 */
@Entity
@Table(name = "contract")
class Contract {

    @Id
    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    @Column(name = "contract_version")
    private int contractVersion;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    private String currency;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "term_months")
    private int termMonths;

    @Column(name = "transaction_price_minor")
    private long transactionPriceMinor;

    @OneToMany(mappedBy = "contract", cascade = CascadeType.ALL)
    @OrderBy("number")
    private List<Obligation> obligations = new ArrayList<>();

    @Version
    private int version;

    protected Contract() {}

    /** The contract of an order's terms, in its first version. */
    static Contract sign(UUID contractId, String contractNumber, ContractTerms terms) {
        Contract contract = new Contract();
        contract.contractId = contractId;
        contract.contractNumber = contractNumber;
        contract.contractVersion = 1;
        contract.orderId = terms.orderId();
        contract.customerId = terms.customerId();
        contract.legalEntityId = terms.legalEntityId();
        contract.currency = terms.currency();
        contract.startDate = terms.startDate();
        contract.termMonths = terms.termMonths();
        contract.transactionPriceMinor = terms.transactionPrice().minor();
        contract.allocate(terms);
        return contract;
    }

    private void allocate(ContractTerms terms) {
        List<Money> shares = Allocation.of(terms);
        for (int i = 0; i < shares.size(); i++) {
            obligations.add(new Obligation(this, i + 1, terms.promises().get(i), shares.get(i)));
        }
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

    int version() {
        return version;
    }
}
