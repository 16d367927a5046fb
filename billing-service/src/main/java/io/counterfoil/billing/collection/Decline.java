package io.counterfoil.billing.collection;

import java.util.Set;

/** What the bank's no means for the next attempt. */
public enum Decline {
    /** It will be no next time, too: the card is gone, the account closed, the customer must act. */
    HARD,
    /** Another day it may be yes. */
    SOFT;

    private static final Set<String> FOR_GOOD = Set.of(
            "authentication_required",
            "card_not_supported",
            "currency_not_supported",
            "do_not_try_again",
            "expired_card",
            "fraudulent",
            "incorrect_number",
            "invalid_account",
            "invalid_number",
            "lost_card",
            "merchant_blacklist",
            "new_account_information_available",
            "no_account",
            "pickup_card",
            "resource_missing",
            "restricted_card",
            "revocation_of_all_authorizations",
            "revocation_of_authorization",
            "security_violation",
            "stolen_card",
            "stop_payment_order");

    static Decline of(String code) {
        return FOR_GOOD.contains(code) ? HARD : SOFT;
    }
}
