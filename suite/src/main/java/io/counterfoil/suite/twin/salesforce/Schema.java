package io.counterfoil.suite.twin.salesforce;

import static io.counterfoil.suite.twin.salesforce.FieldType.BOOLEAN;
import static io.counterfoil.suite.twin.salesforce.FieldType.DATE;
import static io.counterfoil.suite.twin.salesforce.FieldType.DECIMAL;
import static io.counterfoil.suite.twin.salesforce.FieldType.STRING;

import java.util.List;
import java.util.Optional;

/** The kinds of record of this org, with the custom fields that an administrator would have added for Counterfoil. */
final class Schema {

    static final ObjectType ACCOUNT = ObjectType.named("Account", "001")
            .with(STRING, "Name", "Legal_Name__c", "Website", "CurrencyIsoCode", "Segment__c")
            .with(STRING, "BillingStreet", "BillingCity", "BillingState", "BillingPostalCode", "BillingCountryCode")
            .with(STRING, "Tax_Id__c", "Tax_Scheme__c", "Billing_Email__c", "External_Key__c")
            .required("Name")
            .externalId("External_Key__c")
            .build();

    static final ObjectType OPPORTUNITY = ObjectType.named("Opportunity", "006")
            .with(STRING, "Name", "StageName", "CurrencyIsoCode", "Legal_Entity__c", "Purchase_Order__c")
            .with(BOOLEAN, "IsWon", "IsClosed")
            .with(DATE, "CloseDate", "Contract_Start__c")
            .with(DECIMAL, "Amount", "Term_Months__c", "Payment_Terms_Days__c", "Counterfoil_Invoice_Total__c")
            .with(STRING, "Counterfoil_Order_Number__c", "Counterfoil_Order_Status__c", "Counterfoil_Hold_Reason__c")
            .with(STRING, "Counterfoil_Invoice_Number__c", "Counterfoil_Posting_Status__c")
            .with(STRING, "Counterfoil_Payment_Status__c", "Counterfoil_Correlation_Id__c", "External_Key__c")
            .with(STRING, "Counterfoil_Shipment_Status__c", "Counterfoil_Parts__c")
            .lookup("Account", "AccountId", "Account")
            .required("Name", "StageName", "CloseDate")
            .externalId("External_Key__c", "Counterfoil_Order_Number__c")
            .build();

    static final ObjectType PRODUCT = ObjectType.named("Product2", "01t")
            .with(STRING, "ProductCode", "Name", "External_Key__c")
            .with(BOOLEAN, "IsActive")
            .required("Name")
            .externalId("External_Key__c")
            .build();

    static final ObjectType PRICE = ObjectType.named("PricebookEntry", "01u")
            .with(STRING, "CurrencyIsoCode", "External_Key__c")
            .with(DECIMAL, "UnitPrice")
            .with(BOOLEAN, "IsActive")
            .lookup("Product2", "Product2Id", "Product2")
            .required("Product2Id", "UnitPrice")
            .externalId("External_Key__c")
            .build();

    static final ObjectType LINE = ObjectType.named("OpportunityLineItem", "00k")
            .with(STRING, "ProductCode", "Description", "Legal_Entity__c", "External_Key__c")
            .with(DECIMAL, "Quantity", "UnitPrice", "TotalPrice")
            .with(DATE, "ServiceDate")
            .lookup("Opportunity", "OpportunityId", "Opportunity")
            .lookup("Product2", "Product2Id", "Product2")
            .lookup("PricebookEntry", "PricebookEntryId", "PricebookEntry")
            .required("OpportunityId", "Quantity")
            .externalId("External_Key__c")
            .build();

    private static final List<ObjectType> ALL = List.of(ACCOUNT, OPPORTUNITY, PRODUCT, PRICE, LINE);

    private Schema() {}

    /** The kind of record by its name, whatever the case. */
    static Optional<ObjectType> find(String name) {
        return ALL.stream().filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
    }
}
