package io.counterfoil.billing.reversal;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a part of what is left of an invoice. No part ever exceeds what is left of its line, and whoever takes the last one
 * takes all that is left: so any series of parts closes the invoice exactly.
 */
final class TakeBack {

    private TakeBack() {}

    /** All that is left. */
    static List<LeftOfLine> all(List<LeftOfLine> left) {
        return left.stream().filter(line -> !line.isNothing()).toList();
    }

    /**
     * A gross amount, spread over the lines by what is left of each; per line the net is computed and the tax is the
     * difference.
     */
    static List<LeftOfLine> amount(List<LeftOfLine> left, Money gross) {
        Money whole = left.stream().map(LeftOfLine::gross).reduce(Money.zero(gross.currency()), Money::plus);
        Money before = Money.zero(gross.currency());
        Money given = Money.zero(gross.currency());
        List<LeftOfLine> parts = new ArrayList<>();
        for (LeftOfLine line : left) {
            before = before.plus(line.gross());
            Money upToHere = Rounding.share(gross, before, whole);
            LeftOfLine part = ofGross(line, upToHere.minus(given));
            given = upToHere;
            parts.add(part);
        }
        return all(parts);
    }

    /** A net amount of one line, with its cumulative share of the line's tax. */
    static LeftOfLine net(LeftOfLine left, Money net) {
        if (net.equals(left.net())) {
            return left;
        }
        Money taken = left.wholeNet().minus(left.net()).plus(net);
        Money taxUpToHere = Rounding.share(left.wholeTax(), taken, left.wholeNet());
        Money tax = taxUpToHere.minus(left.wholeTax().minus(left.tax()));
        return left.part(net, within(tax, left.tax()));
    }

    private static LeftOfLine ofGross(LeftOfLine line, Money part) {
        if (part.isZero() || line.gross().isZero()) {
            return line.part(Money.zero(part.currency()), Money.zero(part.currency()));
        }
        Money net = Rounding.share(part, line.net(), line.gross());
        return line.part(net, part.minus(net));
    }

    /** Never beyond what is left, nor on the other side of nothing. */
    private static Money within(Money tax, Money left) {
        if (left.isNegative()) {
            return within(tax.negated(), left.negated()).negated();
        }
        return tax.isNegative() ? Money.zero(tax.currency()) : tax.min(left);
    }
}
