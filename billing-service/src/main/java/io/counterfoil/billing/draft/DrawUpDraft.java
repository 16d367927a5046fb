package io.counterfoil.billing.draft;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.draft.DraftJson.DraftRequest;
import io.counterfoil.billing.draft.DraftJson.OwnCharge;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Draws up a draft of what waits of an agreement, with charges of its own. */
@UseCase
class DrawUpDraft {

    /** In place of a plan and its price. */
    private static final String BY_HAND = "by-hand";

    private final Drafts drafts;
    private final Agreements agreements;
    private final PendingItems pending;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    DrawUpDraft(
            Drafts drafts, Agreements agreements, PendingItems pending, LegalEntities entities, BusinessClock clock) {
        this.drafts = drafts;
        this.agreements = agreements;
        this.pending = pending;
        this.entities = entities;
        this.clock = clock;
    }

    Draft handle(DraftRequest wanted) {
        UUID agreementId = wanted.agreementId();
        Agreement agreement = agreements.lock(agreementId).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement", agreementId));
        LocalDate today = entities.byId(agreement.legalEntityId()).dateAt(clock.now());
        UUID draftId = EventIds.next();
        List<BillableItem> own = own(wanted, agreement, draftId, today);
        List<BillableItem> waiting = pending.claim(List.of(agreementId), today).getOrDefault(agreementId, List.of());
        if (own.isEmpty() && waiting.isEmpty()) {
            throw new NothingToBill(agreementId);
        }
        Draft draft = new Draft(
                draftId,
                agreementId,
                DraftState.DRAFT,
                waiting,
                own,
                null,
                today,
                Correlation.current().actor(),
                agreement.correlationId(),
                0,
                null,
                1);
        drafts.add(draft);
        return draft;
    }

    private static List<BillableItem> own(DraftRequest wanted, Agreement agreement, UUID draftId, LocalDate today) {
        List<BillableItem> own = new ArrayList<>();
        for (OwnCharge charge : wanted.charges() == null ? List.<OwnCharge>of() : wanted.charges()) {
            String at = "/charges/" + own.size() + "/amount";
            if (!charge.amount().isPositive()) {
                throw new Invalid(at + "/amount", "must be above zero");
            }
            if (!charge.amount().currency().equals(agreement.currency())) {
                throw new Invalid(at + "/currency", "must be that of the agreement, " + agreement.currency());
            }
            own.add(item(charge, agreement, EventIds.derived(draftId, "item " + own.size()), today));
        }
        return own;
    }

    private static BillableItem item(OwnCharge charge, Agreement agreement, UUID id, LocalDate today) {
        boolean lowers = charge.type().itemType() == ItemType.ALLOWANCE;
        Money net = lowers ? charge.amount().negated() : charge.amount();
        return new BillableItem(
                id,
                charge.type().itemType(),
                agreement.agreementId(),
                null,
                id,
                null,
                charge.type().name(),
                charge.productId() == null ? charge.type().name() : charge.productId(),
                charge.description(),
                BY_HAND,
                BY_HAND,
                EventIds.derived(id, "obligation"),
                RevenueTreatment.POINT_IN_TIME,
                null,
                Quantity.ONE,
                UnitPrice.of(net.amount()),
                net,
                charge.taxCategoryCode() == null ? TaxCategory.S : charge.taxCategoryCode(),
                null,
                List.of(),
                today);
    }
}
