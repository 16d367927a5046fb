package io.counterfoil.order.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.order.crm.Crm;
import io.counterfoil.order.crm.Deal;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.crm.RenewalOffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static final String RENEWAL_STAGE = "Proposal/Price Quote";

    @Inject
    SalesforceCalls calls;

    @Override
    public String system() {
        return RecordIds.SYSTEM;
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
    public Map<String, Deal> readAll(Collection<String> recordIds) {
        List<JsonNode> opportunities = byIds(SalesforceDeal.OPPORTUNITY_FIELDS, "Opportunity", "Id", recordIds);
        Map<String, List<JsonNode>> lines = new HashMap<>();
        byIds("OpportunityId, " + SalesforceDeal.LINE_FIELDS, "OpportunityLineItem", "OpportunityId", recordIds)
                .forEach(line -> lines.computeIfAbsent(
                                SalesforceDeal.text(line, "OpportunityId"), opportunity -> new ArrayList<>())
                        .add(line));
        Set<String> accountIds = new TreeSet<>();
        opportunities.stream()
                .map(opportunity -> SalesforceDeal.text(opportunity, "AccountId"))
                .filter(RecordIds::isOne)
                .forEach(accountIds::add);
        Map<String, JsonNode> accounts = new HashMap<>();
        byIds(SalesforceDeal.ACCOUNT_FIELDS, "Account", "Id", accountIds)
                .forEach(account -> accounts.put(SalesforceDeal.text(account, "Id"), account));
        Map<String, Deal> deals = new HashMap<>();
        for (JsonNode opportunity : opportunities) {
            String id = SalesforceDeal.text(opportunity, "Id");
            JsonNode account = accounts.get(SalesforceDeal.text(opportunity, "AccountId"));
            deals.put(id, SalesforceDeal.of(opportunity, lines.getOrDefault(id, List.of()), account));
        }
        return deals;
    }

    private List<JsonNode> byIds(String fields, String object, String by, Collection<String> ids) {
        String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        return ids.isEmpty()
                ? List.of()
                : calls.query(
                        "SELECT " + fields + " FROM " + object + " WHERE " + by + " IN (" + list + ") ORDER BY Id");
    }

    @Override
    public Set<String> showAll(List<Change> changes) {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        for (Change change : changes) {
            ObjectNode record = records.addObject();
            record.putObject("attributes").put("type", "Opportunity");
            record.put("id", change.recordId()).setAll(SalesforceStatus.changes(change.now(), change.before()));
        }
        JsonNode results = calls.updateAll(Json.write(Map.of("allOrNone", false, "records", records)));
        Set<String> notTaken = new HashSet<>();
        for (int i = 0; i < changes.size(); i++) {
            if (!results.path(i).path("success").asBoolean()) {
                notTaken.add(changes.get(i).recordId());
            }
        }
        return notTaken;
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
