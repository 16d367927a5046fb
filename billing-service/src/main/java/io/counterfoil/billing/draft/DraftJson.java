package io.counterfoil.billing.draft;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Drafts on the wire. */
public final class DraftJson {

    private DraftJson() {}

    /** What is to be drawn up: what waits of the agreement, and charges of its own. */
    public record DraftRequest(@NotNull UUID agreementId, @Size(max = 200) List<@Valid @NotNull OwnCharge> charges) {}

    /** Raises (CHARGE, ONE_TIME) or lowers (ALLOWANCE) the document; the amount is above zero in each case. */
    public record OwnCharge(
            @NotNull OwnType type,
            @NotBlank @Size(max = 200) String description,
            @Size(max = 100) String productId,
            @NotNull Money amount,
            TaxCategory taxCategoryCode) {}

    /** What a person may put on a draft. */
    public enum OwnType {
        ONE_TIME,
        CHARGE,
        ALLOWANCE;

        ItemType itemType() {
            return ItemType.valueOf(name());
        }
    }

    /** One item of a draft. */
    public record ItemView(
            ItemType type,
            String productId,
            String description,
            ServicePeriod servicePeriod,
            Money netAmount,
            TaxCategory taxCategoryCode) {

        static ItemView of(BillableItem item) {
            return new ItemView(
                    item.type(), item.productId(), item.description(), item.period(), item.net(), item.taxCategory());
        }
    }

    /** What the invoice would say. */
    public record Amounts(Money netAmount, Money taxAmount, Money payableRoundingAmount, Money totalAmount) {}

    /** A draft; its amounts are missing while the tax source does not answer, and in lists. */
    public record DraftView(
            UUID draftId,
            UUID agreementId,
            DraftState state,
            List<ItemView> items,
            Amounts amounts,
            String invoiceNumber,
            String reason,
            LocalDate createdOn,
            String createdBy,
            Instant retryAt) {

        static DraftView of(Draft draft, Amounts amounts, String invoiceNumber) {
            return new DraftView(
                    draft.draftId(),
                    draft.agreementId(),
                    draft.state(),
                    draft.items().stream().map(ItemView::of).toList(),
                    amounts,
                    invoiceNumber,
                    draft.reason(),
                    draft.createdOn(),
                    draft.createdBy(),
                    draft.retryAt());
        }
    }
}
