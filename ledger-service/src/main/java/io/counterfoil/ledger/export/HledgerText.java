package io.counterfoil.ledger.export;

import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The journal as hledger reads it, so that a program that knows nothing of us checks that it balances. Amounts are those
 * of the transaction, or of the books.
 */
final class HledgerText {

    private final boolean functional;
    private final Set<String> commodities = new TreeSet<>();
    private final Set<String> accounts = new TreeSet<>();

    HledgerText(boolean functional) {
        this.functional = functional;
    }

    /** The text of some postings, entry by entry; what is new in them is declared before. */
    String of(List<ExportedPosting> postings) {
        StringBuilder entries = new StringBuilder();
        List<String> declared = new ArrayList<>();
        Object before = null;
        for (ExportedPosting posting : postings) {
            declare(posting, declared);
            if (!posting.entryId().equals(before)) {
                before = posting.entryId();
                entries.append(head(posting));
            }
            entries.append("    ")
                    .append(account(posting))
                    .append("  ")
                    .append(amount(money(posting)))
                    .append('\n');
        }
        return String.join("", declared) + entries;
    }

    private String head(ExportedPosting posting) {
        return "\n" + posting.postingDate() + " * (" + posting.entryNumber() + ") " + posting.purpose() + " "
                + plain(posting.documentNumber()) + "  ; entry: " + posting.entryId() + ", rule: "
                + plain(posting.rule())
                + ", event: " + posting.eventId() + ", effective: " + posting.effectiveDate()
                + (posting.late() ? ", late: yes" : "") + "\n";
    }

    private void declare(ExportedPosting posting, List<String> declared) {
        String currency = money(posting).currency();
        if (commodities.add(currency)) {
            int decimals = Money.decimals(currency);
            declared.add("commodity 1000." + "0".repeat(decimals) + " " + currency + "\n");
        }
        if (accounts.add(account(posting))) {
            declared.add("account " + account(posting) + "  ; type: " + type(posting.accountType()) + "\n");
        }
    }

    private Money money(ExportedPosting posting) {
        return functional ? posting.functional() : posting.amount();
    }

    private static String amount(Money money) {
        return money.amount() + " " + money.currency();
    }

    private static String account(ExportedPosting posting) {
        return root(posting.accountType()) + ":" + posting.accountCode() + " " + plain(posting.accountName());
    }

    private static String root(String type) {
        return switch (type) {
            case "ASSET" -> "assets";
            case "LIABILITY" -> "liabilities";
            case "EQUITY" -> "equity";
            case "EXPENSE" -> "expenses";
            case "CONTRA_REVENUE" -> "revenues:contra";
            default -> "revenues";
        };
    }

    private static String type(String type) {
        return type.equals("EXPENSE") ? "X" : type.equals("CONTRA_REVENUE") ? "R" : type.substring(0, 1);
    }

    /** What would end a description or begin a comment. */
    private static String plain(String text) {
        return text.replaceAll("[;|\\r\\n]", " ").replaceAll(" {2,}", " ").replace(',', '.');
    }
}
