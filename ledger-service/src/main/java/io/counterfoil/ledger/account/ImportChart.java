package io.counterfoil.ledger.account;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens and renames the accounts of a table, all or none; what is not in the table stays. */
@UseCase
class ImportChart {

    private final Accounts accounts;
    private final Books books;
    private final Outbox outbox;

    @Inject
    ImportChart(Accounts accounts, Books books, Outbox outbox) {
        this.accounts = accounts;
        this.books = books;
        this.outbox = outbox;
    }

    AccountJson.Imported handle(String legalEntityId, Map<String, AccountJson.Request> told) {
        books.of(legalEntityId);
        int opened = 0;
        int renamed = 0;
        List<Account> fresh = new ArrayList<>();
        for (Map.Entry<String, AccountJson.Request> each : told.entrySet()) {
            Optional<Account> known = accounts.find(legalEntityId, each.getKey());
            if (known.isEmpty()) {
                Account account = new Account(legalEntityId, each.getKey(), each.getValue());
                accounts.add(account);
                fresh.add(account);
                opened++;
            } else if (known.get().change(each.getValue())) {
                fresh.add(known.get());
                renamed++;
            }
        }
        accounts.flush();
        fresh.forEach(account -> outbox.publish(account.published()));
        return new AccountJson.Imported(opened, renamed, told.size() - opened - renamed);
    }
}
