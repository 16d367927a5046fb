package io.counterfoil.order.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.order.crm.Crm;
import io.counterfoil.order.crm.Deal;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.crm.RenewalOffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Salesforce as a CRM: opportunities are the deals. */
@ApplicationScoped
@Timeout(value = 20, unit = ChronoUnit.SECONDS)
@Bulkhead(20)
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.5,
        delay = 5,
        delayUnit = ChronoUnit.SECONDS,
        skipOn = Refusal.class)
class SalesforceCrm implements Crm {

    static final String SYSTEM = "salesforce";
    private static final String RENEWAL_STAGE = "Proposal/Price Quote";

    @Inject
    SalesforceCalls calls;

    @Override
    public String system() {
        return SYSTEM;
    }

    @Override
    public Deal read(String recordId) {
        JsonNode opportunity = opportunity(recordId, SalesforceDeal.OPPORTUNITY_FIELDS);
        List<JsonNode> lines = calls.query("SELECT " + SalesforceDeal.LINE_FIELDS
                + " FROM OpportunityLineItem WHERE OpportunityId = '" + recordId + "' ORDER BY Id");
        String accountId = SalesforceDeal.text(opportunity, "AccountId");
        JsonNode account = RecordIds.isOne(accountId) ? account(accountId) : null;
        return SalesforceDeal.of(opportunity, lines, account);
    }

    @Override
    public DealStatus shows(String recordId) {
        return SalesforceStatus.read(opportunity(recordId, SalesforceStatus.FIELDS));
    }

    @Override
    public void show(String recordId, DealStatus now, DealStatus before) {
        calls.update(recordId, SalesforceStatus.difference(now, before));
    }

    @Override
    public String offer(String dealId, RenewalOffer offer) {
        String account = SalesforceDeal.text(opportunity(dealId, "AccountId"), "AccountId");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", offer.name());
        fields.put("AccountId", account);
        fields.put("StageName", RENEWAL_STAGE);
        fields.put("CloseDate", offer.start().toString());
        fields.put("CurrencyIsoCode", offer.currency());
        fields.put("Legal_Entity__c", offer.legalEntityId());
        fields.put("Contract_Start__c", offer.start().toString());
        fields.put("Term_Months__c", offer.termMonths());
        return RecordIds.complete(calls.upsert("counterfoil-renewal-" + offer.key(), Json.write(fields)));
    }

    private JsonNode opportunity(String recordId, String fields) {
        return calls.query("SELECT " + fields + " FROM Opportunity WHERE Id = '" + recordId + "'").stream()
                .findFirst()
                .orElseThrow(() -> new DealNotFound(recordId));
    }

    private JsonNode account(String accountId) {
        return calls
                .query("SELECT " + SalesforceDeal.ACCOUNT_FIELDS + " FROM Account WHERE Id = '" + accountId + "'")
                .stream()
                .findFirst()
                .orElse(null);
    }
}
