package io.counterfoil.order.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.order.crm.Deal;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.customer.CustomerReference;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.customer.TaxRegistration;
import io.counterfoil.order.pricebook.PriceScope;
import io.counterfoil.order.pricing.NotADecimal;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.terms.LineTerms;
import io.counterfoil.order.terms.OrderTerms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What an opportunity with its lines and its account says, in our words. */
final class SalesforceDeal {

    static final String OPPORTUNITY_FIELDS =
            "Id, Name, AccountId, StageName, IsWon, CurrencyIsoCode, Legal_Entity__c, Contract_Start__c, Term_Months__c, "
                    + "Payment_Terms_Days__c, Purchase_Order__c, SystemModstamp";
    static final String LINE_FIELDS = "Id, ProductCode, Quantity, UnitPrice, Description, Legal_Entity__c";
    static final String ACCOUNT_FIELDS =
            "Id, Name, Legal_Name__c, BillingStreet, BillingCity, BillingState, BillingPostalCode, BillingCountryCode, "
                    + "Website, Tax_Id__c, Tax_Scheme__c, Billing_Email__c, CurrencyIsoCode, Segment__c";
    private static final String USUAL_TAX_SCHEME = "VAT";

    private SalesforceDeal() {}

    static Deal of(JsonNode opportunity, List<JsonNode> lines, JsonNode account) {
        OrderTerms terms = new OrderTerms(
                text(opportunity, "Legal_Entity__c"),
                text(opportunity, "CurrencyIsoCode"),
                date(text(opportunity, "Contract_Start__c")),
                whole(opportunity.path("Term_Months__c")),
                whole(opportunity.path("Payment_Terms_Days__c")),
                text(opportunity, "Purchase_Order__c"),
                lines.stream().map(SalesforceDeal::line).toList(),
                scope(opportunity, account));
        return new Deal(
                text(opportunity, "Id"),
                opportunity.path("IsWon").asBoolean(),
                text(opportunity, "StageName"),
                account == null ? null : claim(account),
                terms);
    }

    /** Prices are those for the account's country and segment, in this channel. */
    private static PriceScope scope(JsonNode opportunity, JsonNode account) {
        return new PriceScope(
                text(opportunity, "Legal_Entity__c"),
                account == null ? null : text(account, "BillingCountryCode"),
                account == null ? null : text(account, "Segment__c"),
                RecordIds.SYSTEM);
    }

    private static LineTerms line(JsonNode line) {
        return new LineTerms(
                text(line, "ProductCode"),
                decimal(line.path("Quantity"), node -> new Quantity(node.decimalValue())),
                decimal(line.path("UnitPrice"), node -> new UnitPrice(node.decimalValue())),
                text(line, "Description"),
                0,
                null,
                text(line, "Legal_Entity__c"));
    }

    private static CustomerClaim claim(JsonNode account) {
        String name = text(account, "Name");
        String legalName = text(account, "Legal_Name__c");
        return new CustomerClaim(
                null,
                new CustomerReference(RecordIds.SYSTEM, text(account, "Id")),
                legalName == null ? name : legalName,
                name,
                taxRegistrations(account),
                address(account),
                text(account, "Billing_Email__c"),
                text(account, "Website"),
                text(account, "CurrencyIsoCode"),
                text(account, "Segment__c"));
    }

    private static List<TaxRegistration> taxRegistrations(JsonNode account) {
        String id = text(account, "Tax_Id__c");
        String country = text(account, "BillingCountryCode");
        if (id == null || country == null) {
            return List.of();
        }
        String scheme = text(account, "Tax_Scheme__c");
        return List.of(
                new TaxRegistration(scheme == null ? USUAL_TAX_SCHEME : scheme.toUpperCase(Locale.ROOT), country, id));
    }

    private static PostalAddress address(JsonNode account) {
        String country = text(account, "BillingCountryCode");
        if (country == null) {
            return null;
        }
        String street = text(account, "BillingStreet");
        String[] lines = street == null ? new String[0] : street.split("\\R", 2);
        return new PostalAddress(
                lines.length > 0 ? lines[0].strip() : null,
                lines.length > 1 ? lines[1].replaceAll("\\R", ", ").strip() : null,
                text(account, "BillingCity"),
                text(account, "BillingState"),
                text(account, "BillingPostalCode"),
                country);
    }

    static String text(JsonNode record, String field) {
        String text = record.path(field).asText("").strip();
        return record.path(field).isNull() || text.isEmpty() ? null : text;
    }

    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            return null; // the check of the terms says that it is missing
        }
    }

    private static Integer whole(JsonNode number) {
        boolean usable = number.isNumber()
                && number.decimalValue().stripTrailingZeros().scale() <= 0
                && number.canConvertToInt();
        return usable ? (Integer) number.intValue() : null;
    }

    private static <T> T decimal(JsonNode number, Function<JsonNode, T> reader) {
        try {
            return number.isNumber() ? reader.apply(number) : null;
        } catch (NotADecimal outOfRange) {
            return null; // the check of the terms says that it is not usable
        }
    }
}
