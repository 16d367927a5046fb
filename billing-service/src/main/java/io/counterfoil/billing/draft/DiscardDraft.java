package io.counterfoil.billing.draft;

import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import jakarta.inject.Inject;
import java.util.UUID;

/** Discards a draft: what it had taken from elsewhere waits again. */
@UseCase
class DiscardDraft {

    private final Drafts drafts;
    private final PendingItems pending;

    @Inject
    DiscardDraft(Drafts drafts, PendingItems pending) {
        this.drafts = drafts;
        this.pending = pending;
    }

    void handle(UUID draftId) {
        Draft draft = drafts.byId(draftId, true).orElseThrow(() -> new NotFound("draft", draftId));
        draft.require(DraftState.DISCARDED, "be discarded");
        pending.add(draft.waiting());
        drafts.move(draftId, DraftState.DISCARDED);
    }
}
