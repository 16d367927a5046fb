package io.counterfoil.ledger.posting;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import io.counterfoil.ledger.account.Side;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Traits;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Money that was presented in one currency and settled in another one: what it settles stays in the first, the cash is in
 * the second, and between the two stands currency clearing, which is left with nothing in the books.
 *
 * @param documentId the payment, refund or dispute that it is the money of
 * @param presented what it came to in the currency of the document
 * @param settled the same where the money is kept
 * @param rate settled per presented, as the gateway says; null where it does not
 */
record Exchange(UUID documentId, Money presented, Money settled, String rate) {

    private boolean isNeeded() {
        return settled != null && !settled.currency().equals(presented.currency()) && !presented.isZero();
    }

    /** The movements with their cash in its own currency; as they are where there is only one. */
    Movements applied(Movements movements, PostingRule rule, Traits traits, Ground ground) {
        if (!isNeeded()) {
            return movements;
        }
        PostingRule.Line line = rule.lineFor(Item.CURRENCY_CLEARING, traits);
        boolean in = isCash(movements, line.debit());
        PostingRule.Account cash = in ? line.debit() : line.credit();
        PostingRule.Account clearing = in ? line.credit() : line.debit();
        Money moved = movements.balance(cash, presented.currency());
        Money kept = Rounding.share(settled, BigDecimal.valueOf(moved.minor()), BigDecimal.valueOf(presented.minor()));
        String books = ground.book().functionalCurrency();
        Money worth = kept.currency().equals(books) ? kept : null;
        Movements all = movements.over(cash, clearing, worth);
        Money inBooks = presented.currency().equals(books) ? moved : null;
        Tag tag = new Tag("SETTLED", documentId, Ground.dimensions("rate", rate));
        return all.put(cash, Side.DEBIT, kept, inBooks, tag).put(clearing, Side.CREDIT, kept, inBooks, tag);
    }

    /** Where money comes in, the line debits the cash; where it goes out, it credits it. */
    private static boolean isCash(Movements movements, PostingRule.Account account) {
        return movements.net().keySet().stream()
                .anyMatch(target -> target.account().equals(account));
    }
}
