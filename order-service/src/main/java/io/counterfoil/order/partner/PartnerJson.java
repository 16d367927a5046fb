package io.counterfoil.order.partner;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.Code;
import io.counterfoil.order.customer.CustomerReference;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.pricing.ToleratedShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Partners and their orders on the wire. */
public final class PartnerJson {

    private static final String PERSON = "[^\\s]{1,200}";
    private static final int LONGEST = 200;

    private PartnerJson() {}

    /** What is sent of a partner. */
    public record Terms(String name, CustomerReference customer, String margin, List<String> members) {

        Partner read(String partnerId, int version) {
            List<FieldError> errors = new ArrayList<>();
            require(isText(name), "/name", "must have from 1 to " + LONGEST + " characters", errors);
            require(
                    customer != null && Code.isOne(customer.system()) && Code.isOne(customer.id()),
                    "/customer",
                    "must have system and id, each a code",
                    errors);
            require(
                    members != null
                            && !members.isEmpty()
                            && members.stream().allMatch(one -> one != null && one.matches(PERSON)),
                    "/members",
                    "must name at least one sub of a token",
                    errors);
            ToleratedShare share = share(errors);
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
            return new Partner(partnerId, name, customer, share, List.copyOf(members), version);
        }

        private ToleratedShare share(List<FieldError> errors) {
            try {
                ToleratedShare share = ToleratedShare.of(margin == null ? "" : margin);
                require(!share.isWhole(), "/margin", "must be below 1", errors);
                return share;
            } catch (Refusal noShare) {
                errors.add(new FieldError("/margin", "must be a share from 0 to below 1, such as 0.15"));
                return null;
            }
        }
    }

    /** A partner as it is. */
    public record View(
            String partnerId,
            String name,
            CustomerReference customer,
            String margin,
            List<String> members,
            int version) {

        static View of(Partner one) {
            return new View(
                    one.partnerId(), one.name(), one.customer(), one.margin().toString(), one.members(), one.version());
        }
    }

    /** For whom a partner orders. */
    public record EndCustomer(String name, String country, String reference) {}

    /** One line, at the price that the end customer pays. */
    public record Line(String productId, String quantity, String unitPrice, String description) {}

    /** What a partner orders. */
    public record Request(
            EndCustomer endCustomer,
            String reference,
            String legalEntityId,
            String currency,
            LocalDate startDate,
            Integer termMonths,
            Integer paymentTermsDays,
            String purchaseOrderReference,
            List<Line> lines) {

        void check() {
            List<FieldError> errors = new ArrayList<>();
            require(endCustomer != null && isText(endCustomer.name()), "/endCustomer/name", "is required", errors);
            require(
                    endCustomer == null
                            || endCustomer.country() == null
                            || endCustomer.country().matches("[A-Z]{2}"),
                    "/endCustomer/country",
                    "must be two capitals",
                    errors);
            require(
                    endCustomer == null || endCustomer.reference() == null || Code.isOne(endCustomer.reference()),
                    "/endCustomer/reference",
                    "must be a code",
                    errors);
            require(reference == null || Code.isOne(reference), "/reference", "must be a code", errors);
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
        }

        /** The partner's own reference; two partners may have the same. */
        ExternalReference externalReference(Partner partner) {
            return reference == null ? null : new ExternalReference(partner.partnerId(), reference);
        }
    }

    /** An order of a partner as it is. */
    public record Order(
            UUID orderId,
            String orderNumber,
            String state,
            String partnerId,
            EndCustomer endCustomer,
            String margin,
            Money endCustomerValue,
            Money partnerValue,
            Money marginValue,
            UUID contractId,
            String reason) {}

    private static boolean isText(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }

    private static void require(boolean holds, String pointer, String detail, List<FieldError> errors) {
        if (!holds) {
            errors.add(new FieldError(pointer, detail));
        }
    }
}
