package io.counterfoil.ledger.account;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** What an account is can't change under the postings that were made to it. */
public final class AccountNatureFixed extends Refusal {
    AccountNatureFixed(String account) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "Type, normal side and control kind of account " + account + " are fixed",
                "Open another account and let a new version of the posting rules name it.");
    }
}
