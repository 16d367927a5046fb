package io.counterfoil.order.partner;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Says who sells for us, and on what terms. Orders that were placed keep theirs. */
@UseCase
class PublishPartner {

    private final Partners partners;

    @Inject
    PublishPartner(Partners partners) {
        this.partners = partners;
    }

    Partner handle(String partnerId, PartnerJson.Terms terms, String ifMatch) {
        Optional<Partner> known = partners.find(partnerId);
        Partner next =
                terms.read(partnerId, known.map(before -> before.version() + 1).orElse(1));
        known.ifPresent(before -> ETags.require(ifMatch, before.version()));
        List<String> taken = partners.taken(next);
        if (!taken.isEmpty()) {
            throw new Invalid("/members", "work for another partner: " + taken);
        }
        partners.write(next);
        return next;
    }
}
