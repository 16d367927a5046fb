package io.counterfoil.ledger.journal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.ledger.postingrule.PostingRule;
import java.time.LocalDate;

/** Nothing is posted to an account outside its validity. */
public final class AccountNotValid extends Refusal {

    AccountNotValid(PostingRule.Account account, LocalDate postingDate) {
        super(
                422,
                TroubleClass.MAPPING,
                "Account " + account.id() + " is valid from " + words(account.validFrom()) + " until "
                        + words(account.validTo()) + ", not on " + postingDate,
                "Give a posting rule with another account, or change the account's validity by PUT /v1/accounts, then replay.");
    }

    private static String words(LocalDate date) {
        return date == null ? "ever" : date.toString();
    }
}
