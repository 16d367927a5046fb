package io.counterfoil.billing.orderpreview;

import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.OrderAccepted;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Previews of orders on the wire. */
public final class OrderPreviewJson {

    private static final String DECIMAL = "\\d{1,12}(\\.\\d{1,8})?";

    private OrderPreviewJson() {}

    /** What would be ordered: by whom, of whom, and which lines. */
    public record Wanted(
            UUID customerId,
            @NotBlank @Size(max = 20) String legalEntityId,
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull @Valid Recipient billTo,
            @NotNull @Size(min = 1, max = 400) List<@NotNull @Valid LineWanted> lines) {

        /** As it would be accepted; the ids are of this preview alone. */
        OrderAccepted asOrder(UUID orderId) {
            Money.decimals(currency);
            List<FieldError> errors = new ArrayList<>();
            List<OrderAccepted.Line> read = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                read.add(lines.get(i).read("/lines/" + i, errors));
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
            UUID buyer = customerId == null ? orderId : customerId;
            return new OrderAccepted(
                    orderId,
                    "preview",
                    orderId,
                    1,
                    buyer,
                    legalEntityId,
                    currency,
                    null,
                    0,
                    billTo.billTo(),
                    null,
                    List.copyOf(read));
        }
    }

    /** Whom the invoices would go to, as far as tax wants to know. */
    public record Recipient(
            @Size(max = 10) List<@NotNull @Valid Registration> taxRegistrations,
            @NotBlank @Size(max = 2) String country,
            @Size(max = 100) String region,
            @Size(max = 20) String postalCode) {

        BillTo billTo() {
            List<BillTo.TaxRegistration> registrations = taxRegistrations == null
                    ? List.of()
                    : taxRegistrations.stream()
                            .map(one -> new BillTo.TaxRegistration(one.scheme(), one.country(), one.id()))
                            .toList();
            return new BillTo(
                    null, registrations, new BillTo.Address(null, null, null, region, postalCode, country), null);
        }
    }

    /** A registration for tax. */
    public record Registration(@NotBlank String scheme, String country, @NotBlank String id) {}

    /** One line; what is charged again and again needs an end. */
    public record LineWanted(
            @NotNull @Min(1) Integer lineNumber,
            @NotBlank @Size(max = 100) String productId,
            @Size(max = 200) String productName,
            @NotBlank @Size(max = 100) String planId,
            @NotNull @Pattern(regexp = DECIMAL) String quantity,
            @NotNull @Pattern(regexp = DECIMAL) String unitPrice,
            @NotNull LocalDate startDate,
            LocalDate endDate,
            @NotNull RevenueTreatment revenueTreatment,
            @NotNull TaxCategory taxCategoryCode) {

        OrderAccepted.Line read(String at, List<FieldError> errors) {
            if (!quantity.matches(".*[1-9].*")) {
                errors.add(new FieldError(at + "/quantity", "must be above zero"));
            }
            if (endDate != null && !endDate.isAfter(startDate)) {
                errors.add(new FieldError(at + "/endDate", "must be after the first day"));
            }
            if (!errors.isEmpty()) {
                return null;
            }
            UUID lineId = new UUID(0, lineNumber);
            return new OrderAccepted.Line(
                    lineId,
                    lineNumber,
                    productId,
                    productName,
                    planId,
                    quantity,
                    unitPrice,
                    startDate,
                    endDate,
                    lineId,
                    revenueTreatment,
                    taxCategoryCode);
        }
    }

    /** All invoices over the term, and what they come to together. */
    public record Preview(
            String currency, Money netAmount, Money taxAmount, Money totalAmount, List<InvoiceView> invoices) {}

    /** One invoice to come. */
    public record InvoiceView(
            LocalDate date, Money netAmount, Money taxAmount, Money totalAmount, List<LineView> lines) {}

    /** One line of it. */
    public record LineView(
            int orderLineNumber,
            ItemType type,
            String productId,
            String description,
            ServicePeriod servicePeriod,
            String quantity,
            String unitPrice,
            Money lineNetAmount,
            String taxRate,
            Money taxAmount) {}
}
