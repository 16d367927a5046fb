package io.counterfoil.ledger.account;

import io.counterfoil.common.http.Invalid;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A chart of accounts as a table: a head line, then an account a line; names with commas stand in quotes. */
final class ChartCsv {

    private static final String HEAD = "code,name,type,normalSide,controlKind";
    private static final String WITH_VALIDITY = HEAD + ",validFrom,validTo";

    private ChartCsv() {}

    static String write(List<AccountJson> accounts) {
        StringBuilder csv = new StringBuilder(WITH_VALIDITY).append('\n');
        for (AccountJson each : accounts) {
            csv.append(each.code())
                    .append(",\"")
                    .append(each.name().replace("\"", "\"\""))
                    .append("\",")
                    .append(each.type())
                    .append(',')
                    .append(each.normalSide())
                    .append(',')
                    .append(each.controlKind() == null ? "" : each.controlKind())
                    .append(',')
                    .append(each.validFrom() == null ? "" : each.validFrom())
                    .append(',')
                    .append(each.validTo() == null ? "" : each.validTo())
                    .append('\n');
        }
        return csv.toString();
    }

    /** The accounts by their codes; refuses the line that can't be read. */
    static Map<String, AccountJson.Request> read(String csv) {
        String[] lines = csv.strip().split("\r?\n");
        boolean validity = lines[0].strip().equals(WITH_VALIDITY);
        if (!validity && !lines[0].strip().equals(HEAD)) {
            throw new Invalid("/0", "must be " + HEAD + " or " + WITH_VALIDITY);
        }
        Map<String, AccountJson.Request> accounts = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            List<String> cells = cells(lines[i]);
            if (cells.size() != (validity ? 7 : 5)
                    || !cells.get(0).matches("[A-Za-z0-9.-]{1,20}")
                    || cells.get(1).isBlank()) {
                throw new Invalid(
                        "/" + i,
                        "must have a code, a name, a type, a normal side, a control kind or nothing, and what else the head says");
            }
            if (accounts.put(cells.get(0), request(i, cells)) != null) {
                throw new Invalid("/" + i, "account " + cells.get(0) + " is there twice");
            }
        }
        return accounts;
    }

    private static AccountJson.Request request(int line, List<String> cells) {
        return new AccountJson.Request(
                cells.get(1),
                oneOf(AccountType.class, line, cells.get(2)),
                cells.get(3).isBlank() ? null : oneOf(Side.class, line, cells.get(3)),
                cells.get(4).isBlank() ? null : oneOf(ControlKind.class, line, cells.get(4)),
                date(line, cells, 5),
                date(line, cells, 6));
    }

    private static LocalDate date(int line, List<String> cells, int at) {
        try {
            return cells.size() <= at || cells.get(at).isBlank()
                    ? null
                    : LocalDate.parse(cells.get(at).strip());
        } catch (DateTimeParseException wrong) {
            throw new Invalid("/" + line, "'" + cells.get(at) + "' is no date");
        }
    }

    private static <T extends Enum<T>> T oneOf(Class<T> values, int line, String text) {
        try {
            return Enum.valueOf(values, text.strip());
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("/" + line, "'" + text + "' is none of " + List.of(values.getEnumConstants()));
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
