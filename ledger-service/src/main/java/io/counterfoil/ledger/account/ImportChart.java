package io.counterfoil.ledger.account;

import io.counterfoil.common.UseCase;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Opens and renames the accounts of a table, all or none; what is not in the table stays. */
@UseCase
class ImportChart {

    private final Accounts accounts;
    private final Books books;

    @Inject
    ImportChart(Accounts accounts, Books books) {
        this.accounts = accounts;
        this.books = books;
    }

    AccountJson.Imported handle(String legalEntityId, Map<String, AccountJson.Request> told) {
        books.of(legalEntityId);
        int opened = 0;
        int renamed = 0;
        for (Map.Entry<String, AccountJson.Request> each : told.entrySet()) {
            Optional<Account> known = accounts.find(legalEntityId, each.getKey());
            if (known.isEmpty()) {
                accounts.add(new Account(legalEntityId, each.getKey(), each.getValue()));
                opened++;
            } else if (known.get().change(each.getValue())) {
                renamed++;
            }
        }
        accounts.flush();
        return new AccountJson.Imported(opened, renamed, told.size() - opened - renamed);
    }
}
