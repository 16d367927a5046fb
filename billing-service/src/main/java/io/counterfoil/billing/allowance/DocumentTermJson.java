package io.counterfoil.billing.allowance;

import io.counterfoil.billing.allowance.DocumentTermRows.Published;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Terms of whole documents on the wire, and as they are kept: a version never changes. */
public final class DocumentTermJson {

    private static final String HUNDRED = "100";

    private DocumentTermJson() {}

    /** Whether it lowers or raises. */
    public enum Kind {
        ALLOWANCE,
        CHARGE
    }

    /** A version to be published: a percentage of the lines, or an amount for each document in each currency. */
    public record Publication(
            @NotNull Kind kind,
            @NotBlank @Size(max = 20) String reasonCode,
            @NotBlank @Size(max = 200) String reason,
            @NotBlank @Size(max = 40) String legalEntityId,
            UUID customerId,
            UUID contractId,
            @Pattern(regexp = "\\d{1,3}(\\.\\d{1,6})?") String percent,
            @Size(max = 50) List<@NotNull Money> amounts,
            @Size(min = 1, max = 100) String productId,
            TaxCategory taxCategoryCode,
            @NotNull LocalDate validFrom,
            LocalDate validTo) {

        DocumentTerm term(String termId, int version) {
            return new DocumentTerm(
                    termId,
                    version,
                    ItemType.valueOf(kind.name()),
                    reasonCode,
                    reason,
                    legalEntityId,
                    customerId,
                    contractId,
                    percent == null ? null : UnitPrice.of(percent, HUNDRED),
                    amounts == null
                            ? Map.of()
                            : amounts.stream().collect(Collectors.toMap(Money::currency, Function.identity())),
                    productId,
                    taxCategoryCode,
                    validFrom,
                    validTo);
        }

        List<FieldError> wrong() {
            List<FieldError> errors = new ArrayList<>();
            if ((percent == null) == (amounts == null || amounts.isEmpty())) {
                errors.add(new FieldError("", "has either a percentage or amounts"));
            }
            if (percent != null && (!percent.matches(".*[1-9].*") || isAboveAll())) {
                errors.add(new FieldError("/percent", "must be above zero, and 100 at most"));
            }
            if (amounts != null) {
                wrongAmounts(errors);
            }
            if (kind == Kind.ALLOWANCE && productId != null) {
                errors.add(new FieldError("/productId", "is for a charge: an allowance belongs to what is sold"));
            }
            if (validTo != null && !validTo.isAfter(validFrom)) {
                errors.add(new FieldError("/validTo", "must be after validFrom"));
            }
            return errors;
        }

        private boolean isAboveAll() {
            String whole = percent.replaceFirst("\\..*", "").replaceFirst("^0+(?=.)", "");
            boolean exactly = whole.equals(HUNDRED) && !percent.matches(".*\\..*[1-9].*");
            return whole.length() == HUNDRED.length() && !exactly;
        }

        private void wrongAmounts(List<FieldError> errors) {
            for (int i = 0; i < amounts.size(); i++) {
                if (!amounts.get(i).isPositive()) {
                    errors.add(new FieldError("/amounts/" + i + "/amount", "must be above zero"));
                }
            }
            if (amounts.stream().map(Money::currency).distinct().count() < amounts.size()) {
                errors.add(new FieldError("/amounts", "has one amount for each currency"));
            }
        }
    }

    /** The newest version of a term. */
    public record View(String termId, int version, Publication term, String publishedBy) {

        static View of(Published published) {
            return new View(published.termId(), published.version(), published.said(), published.publishedBy());
        }
    }
}
