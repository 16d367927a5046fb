package io.counterfoil.ledger.account;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.ETags;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.util.Optional;

/** Opens an account in the books of a legal entity, renames it or bounds its validity, and tells of it. */
@UseCase
class OpenAccount {

    private final Accounts accounts;
    private final Books books;
    private final Outbox outbox;

    @Inject
    OpenAccount(Accounts accounts, Books books, Outbox outbox) {
        this.accounts = accounts;
        this.books = books;
        this.outbox = outbox;
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
        outbox.publish(account.published());
        return new Outcome(account.json(), known.isEmpty());
    }

    /** What stands now, and whether it is new. */
    record Outcome(AccountJson account, boolean created) {}
}
