package io.counterfoil.order.renewal;

import io.counterfoil.order.contract.ContractJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One further term of a contract, from the day on which the last one ends.
 *
 * <p>It renews by itself, or is <em>offered</em> to the customer, who accepts, declines, or lets it <em>lapse</em> by the day on
 * which it would begin. billing-service then extends every subscription by the term, at the uplifted price.
 */
@Entity
@Table(name = "renewal")
class Renewal {

    @Id
    @Column(name = "renewal_id")
    private UUID renewalId;

    @Column(name = "renewal_number")
    private String renewalNumber;

    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "customer_id")
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private RenewalMode mode;

    @Enumerated(EnumType.STRING)
    private RenewalState state;

    @Column(name = "period_start")
    private LocalDate periodStart;

    @Column(name = "term_months")
    private int termMonths;

    @Column(name = "uplift_percent")
    private String upliftPercent;

    @Column(name = "crm_system")
    private String crmSystem;

    @Column(name = "crm_record")
    private String crmRecord;

    @Column(name = "correlation_id")
    private String correlationId;

    @Version
    private int version;

    protected Renewal() {}

    /** A renewal that begins where the term ends. */
    Renewal(UUID renewalId, String renewalNumber, ContractJson contract, RenewalTerms terms, String correlationId) {
        this.renewalId = renewalId;
        this.renewalNumber = renewalNumber;
        contractId = contract.contractId();
        orderId = contract.orderId();
        customerId = contract.customerId();
        mode = terms.mode();
        state = RenewalState.OFFERING;
        periodStart = terms.termEnd();
        termMonths = terms.termMonths();
        upliftPercent = terms.upliftPercent();
        this.correlationId = correlationId;
    }

    /** The customer can see it, in the CRM where there is one. */
    void offered(String system, String recordId) {
        crmSystem = system;
        crmRecord = recordId;
        state = RenewalState.OFFERED;
    }

    void reached(RenewalState next) {
        state = next;
    }

    /** The first day after the new term. */
    LocalDate periodEnd() {
        return periodStart.plusMonths(termMonths);
    }

    UUID renewalId() {
        return renewalId;
    }

    String renewalNumber() {
        return renewalNumber;
    }

    UUID contractId() {
        return contractId;
    }

    UUID orderId() {
        return orderId;
    }

    UUID customerId() {
        return customerId;
    }

    RenewalMode mode() {
        return mode;
    }

    RenewalState state() {
        return state;
    }

    LocalDate periodStart() {
        return periodStart;
    }

    int termMonths() {
        return termMonths;
    }

    String upliftPercent() {
        return upliftPercent;
    }

    String crmSystem() {
        return crmSystem;
    }

    String crmRecord() {
        return crmRecord;
    }

    String correlationId() {
        return correlationId;
    }

    int version() {
        return version;
    }
}
