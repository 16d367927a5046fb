package io.counterfoil.ledger.account;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.util.Optional;

/** Opens an account in the books of a legal entity, or renames it. */
@UseCase
class OpenAccount {

    private final Accounts accounts;
    private final Books books;

    @Inject
    OpenAccount(Accounts accounts, Books books) {
        this.accounts = accounts;
        this.books = books;
    }

    Outcome handle(String legalEntityId, String code, AccountJson.Request told, String ifMatch) {
        books.of(legalEntityId);
        Optional<Account> known = accounts.find(legalEntityId, code);
        Account account = known.orElseGet(() -> new Account(legalEntityId, code, told));
        if (known.isEmpty()) {
            accounts.add(account);
        } else {
            long before = account.version();
            if (!account.change(told)) {
                return new Outcome(account.json(), false);
            }
            ETags.require(ifMatch, before);
        }
        accounts.flush();
        return new Outcome(account.json(), known.isEmpty());
    }

    /** What stands now, and whether it is new. */
    record Outcome(AccountJson account, boolean created) {}
}
