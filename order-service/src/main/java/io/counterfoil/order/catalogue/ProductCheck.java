package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.Code;
import io.counterfoil.order.catalogue.ProductTerms.Component;
import io.counterfoil.order.catalogue.ProductTerms.ErpItem;
import io.counterfoil.order.pricing.StandalonePrice;
import io.counterfoil.order.pricing.UnitPrice;
import io.counterfoil.order.revision.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads what is said of a product into values; names every field that can't be read, all at once. */
final class ProductCheck {

    private static final int MOST_COMPONENTS = 50;
    private static final int MOST_UNITS = 10_000;
    private static final int LONGEST = 200;
    private static final int LONGEST_ITEM = 80;

    private final ProductJson.Terms told;
    private final List<FieldError> errors = new ArrayList<>();

    ProductCheck(ProductJson.Terms told) {
        this.told = told;
    }

    ProductTerms terms() {
        require(told.name() != null && !told.name().isBlank() && told.name().length() <= LONGEST, "/name");
        require(told.pricePeriod() != null, "/pricePeriod");
        List<Component> parts = Objects.requireNonNullElse(told.components(), List.of());
        checkTreatment(parts.isEmpty());
        checkComponents(parts);
        List<StandalonePrice> prices = prices();
        List<ErpItem> items = Objects.requireNonNullElse(told.erpItems(), List.of());
        checkItems(items);
        if (!Revision.isSensible(told.validFrom()) || !Revision.isSensible(told.validTo())) {
            errors.add(new FieldError(
                    "/validFrom", "and validTo must be from " + Revision.FIRST + " to " + Revision.LAST));
        }
        if (told.validFrom() != null
                && told.validTo() != null
                && !told.validTo().isAfter(told.validFrom())) {
            errors.add(new FieldError("/validTo", "must be after the first day"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return new ProductTerms(
                told.name(),
                told.planId(),
                told.pricePeriod(),
                told.revenueTreatment(),
                told.taxCategoryCode(),
                prices,
                items,
                parts);
    }

    /** A bundle has the treatment of its parts, any other product one of its own. */
    private void checkTreatment(boolean needed) {
        check(told.planId() != null && !told.planId().isBlank(), needed, "/planId");
        check(told.revenueTreatment() != null, needed, "/revenueTreatment");
        check(told.taxCategoryCode() != null, needed, "/taxCategoryCode");
    }

    private void check(boolean present, boolean needed, String pointer) {
        if (present != needed) {
            errors.add(
                    new FieldError(pointer, needed ? "is required" : "is that of its parts, where it has components"));
        }
    }

    private void checkComponents(List<Component> parts) {
        Set<String> seen = new HashSet<>();
        if (parts.size() > MOST_COMPONENTS) {
            errors.add(new FieldError("/components", "are more than " + MOST_COMPONENTS));
        }
        for (int i = 0; i < parts.size(); i++) {
            String at = "/components/" + i;
            require(parts.get(i).productId() != null, at + "/productId");
            if (parts.get(i).quantity() < 1 || parts.get(i).quantity() > MOST_UNITS) {
                errors.add(new FieldError(at + "/quantity", "must be from 1 to " + MOST_UNITS));
            }
            if (!seen.add(parts.get(i).productId())) {
                errors.add(new FieldError(at, "comes twice"));
            }
        }
    }

    private void checkItems(List<ErpItem> items) {
        Set<String> systems = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            ErpItem item = items.get(i);
            String at = "/erpItems/" + i;
            if (!Code.isOne(item.system())
                    || item.item() == null
                    || item.item().isBlank()
                    || item.item().length() > LONGEST_ITEM) {
                errors.add(new FieldError(at, "needs the code of a system, and its item"));
            } else if (!systems.add(item.system())) {
                errors.add(new FieldError(at, "is a second item in " + item.system()));
            }
        }
    }

    private List<StandalonePrice> prices() {
        List<StandalonePrice> read = new ArrayList<>();
        Set<String> currencies = new HashSet<>();
        List<ProductJson.Price> given = Objects.requireNonNullElse(told.standaloneSellingPrices(), List.of());
        for (int i = 0; i < given.size(); i++) {
            String at = "/standaloneSellingPrices/" + i;
            String currency = given.get(i).currency();
            try {
                Money.decimals(currency);
                read.add(new StandalonePrice(currency, UnitPrice.of(given.get(i).unitPrice())));
                if (!currencies.add(currency)) {
                    errors.add(new FieldError(at, "is a second price in " + currency));
                }
            } catch (Refusal wrong) {
                errors.add(new FieldError(at, wrong.getMessage()));
            }
        }
        return read;
    }

    private void require(boolean present, String pointer) {
        if (!present) {
            errors.add(new FieldError(pointer, "is required"));
        }
    }
}
