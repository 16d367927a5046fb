package io.counterfoil.customer.customer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.TaxRegistration;
import java.time.Instant;
import java.util.List;

/** What goes over the wire about customers, besides the facts. */
final class CustomerJson {

    private CustomerJson() {}

    /** What another system says about a customer. */
    public record Said(
            String legalName,
            String tradingName,
            List<TaxRegistration> taxRegistrations,
            Address billingAddress,
            String email,
            String website,
            String currency,
            Integer paymentTermsDays,
            String segment,
            CustomerState state) {

        Proposal proposal() {
            return proposed(
                    new Attributes(
                            legalName,
                            tradingName,
                            taxRegistrations,
                            billingAddress,
                            email,
                            website,
                            currency,
                            paymentTermsDays,
                            segment),
                    state);
        }
    }

    /** A customer whom a person makes, with the references by which it will be known. */
    public record NewCustomer(
            String legalName,
            String tradingName,
            List<TaxRegistration> taxRegistrations,
            Address billingAddress,
            String email,
            String website,
            String currency,
            Integer paymentTermsDays,
            String segment,
            CustomerState state,
            List<ExternalReference> references) {

        Proposal proposal() {
            return proposed(
                    new Attributes(
                            legalName,
                            tradingName,
                            taxRegistrations,
                            billingAddress,
                            email,
                            website,
                            currency,
                            paymentTermsDays,
                            segment),
                    state);
        }

        List<ExternalReference> held() {
            return references == null
                    ? List.of()
                    : references.stream().distinct().toList();
        }
    }

    /** The state to which a person moves a customer, and why. */
    public record Move(CustomerState state, String reason) {

        void check() {
            if (state == null) {
                throw new Invalid("/state", "is needed");
            }
            if (reason == null || reason.isBlank() || reason.length() > 500) {
                throw new Invalid("/reason", "is needed, with at most 500 characters");
            }
        }
    }

    /** The golden record, and how it was found where it was looked for. */
    public record View(@JsonUnwrapped GoldenRecord customer, MatchedBy matchedBy) {}

    /** One version, with who made it, when, and on whose word. */
    public record VersionView(
            long version,
            Instant changedAt,
            String changedBy,
            String source,
            MatchedBy matchedBy,
            String reason,
            @JsonRawValue String changedAttributes,
            @JsonRawValue String goldenRecord) {}

    private static Proposal proposed(Attributes attributes, CustomerState state) {
        if (state == CustomerState.SUSPENDED || state == CustomerState.CLOSED) {
            throw new Invalid("/state", "can be PROSPECT or ACTIVE; a person suspends and closes");
        }
        return new Proposal(attributes, state);
    }
}
