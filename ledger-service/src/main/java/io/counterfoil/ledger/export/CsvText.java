package io.counterfoil.ledger.export;

import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The journal as comma separated values (RFC 4180), ended by control totals and a digest over all rows. */
final class CsvText {

    static final String HEAD =
            "entryNumber,entryId,purpose,postingDate,effectiveDate,late,documentNumber,rule,eventId,line,account,accountName,accountType,"
                    + "debit,credit,currency,functionalDebit,functionalCredit,functionalCurrency,dimensions\r\n";

    private final Map<String, Total> totals = new TreeMap<>();
    private final MessageDigest digest = sha256();
    private long rows;

    String of(List<ExportedPosting> postings) {
        StringBuilder text = new StringBuilder();
        for (ExportedPosting posting : postings) {
            text.append(row(posting));
            totals.merge(posting.amount().currency(), Total.of(posting.amount()), Total::plus);
            rows++;
        }
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return text.toString();
    }

    /** What a reader compares with what it has read. */
    String controlTotals() {
        StringBuilder text = new StringBuilder();
        totals.forEach((currency, total) -> text.append("#TOTAL,")
                .append(currency)
                .append(',')
                .append(total.debit().amount())
                .append(',')
                .append(total.credit().amount())
                .append("\r\n"));
        return text + "#ROWS," + rows + ",SHA-256," + HexFormat.of().formatHex(digest.digest()) + "\r\n";
    }

    private static String row(ExportedPosting p) {
        return String.join(
                        ",",
                        p.entryNumber(),
                        p.entryId().toString(),
                        p.purpose(),
                        p.postingDate().toString(),
                        p.effectiveDate().toString(),
                        Boolean.toString(p.late()),
                        quoted(p.documentNumber()),
                        quoted(p.rule()),
                        p.eventId().toString(),
                        Integer.toString(p.lineNumber()),
                        quoted(p.accountCode()),
                        quoted(p.accountName()),
                        p.accountType(),
                        debit(p.amount()),
                        credit(p.amount()),
                        p.amount().currency(),
                        debit(p.functional()),
                        credit(p.functional()),
                        p.functional().currency(),
                        quoted(p.dimensions()))
                + "\r\n";
    }

    private static String debit(Money signed) {
        return signed.isNegative() ? "" : signed.amount();
    }

    private static String credit(Money signed) {
        return signed.isNegative() ? signed.negated().amount() : "";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private record Total(Money debit, Money credit) {
        static Total of(Money signed) {
            Money none = Money.zero(signed.currency());
            return signed.isNegative() ? new Total(none, signed.negated()) : new Total(signed, none);
        }

        Total plus(Total other) {
            return new Total(debit.plus(other.debit), credit.plus(other.credit));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
