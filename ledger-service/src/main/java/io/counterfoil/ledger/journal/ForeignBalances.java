package io.counterfoil.ledger.journal;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which postings move a foreign balance that is settled later, and by how much in the books. */
final class ForeignBalances {

    private ForeignBalances() {}

    private record Key(String kind, UUID id, String account) {}

    /** The rows of an entry: one for each balance that it moves. */
    static void rows(NumberedEntry numbered, List<Object[]> rows) {
        Map<Key, long[]> moved = new HashMap<>();
        for (JournalEntry.Posting posting : numbered.postings()) {
            Key key = key(posting);
            if (key != null) {
                long[] sums = moved.computeIfAbsent(key, one -> new long[2]);
                sums[0] += signed(posting, posting.amount());
                sums[1] += signed(posting, posting.booked());
            }
        }
        moved.forEach((key, sums) -> rows.add(new Object[] {
            key.kind(),
            key.id(),
            numbered.entry().id(),
            key.account(),
            numbered.entry().currency(),
            sums[0],
            sums[1]
        }));
    }

    private static long signed(JournalEntry.Posting posting, Money amount) {
        return posting.side() == Side.DEBIT ? amount.minor() : -amount.minor();
    }

    /** A receivable by its invoice, unapplied cash by its payment, customer credit and what is to be refunded by their ids. */
    private static Key key(JournalEntry.Posting posting) {
        JournalEntry.Tag tag = posting.tag();
        String account = posting.account().id();
        return switch (tag.item()) {
            case "INVOICE" -> new Key("RECEIVABLE", tag.itemId(), account);
            case "APPLICATION", "SETTLED_WITHOUT_CASH" ->
                new Key("RECEIVABLE", UUID.fromString(tag.dimensions().get("invoiceId")), account);
            case "UNAPPLIED", "CUSTOMER_CREDIT", "REFUND_PAYABLE" -> new Key(tag.item(), tag.itemId(), account);
            default -> null;
        };
    }
}
