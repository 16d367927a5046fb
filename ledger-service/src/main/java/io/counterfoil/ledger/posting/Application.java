package io.counterfoil.ledger.posting;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.journal.Movements;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Traits;
import java.math.BigDecimal;
import java.util.UUID;

/** Cash that settles an invoice, with what is let go of it: a discount, a small difference. */
record Application(
        UUID applicationId, UUID invoiceId, String invoiceNumber, Money amount, Money discountTaken, Money difference) {

    Application {
        requireNonNull(applicationId, "applicationId");
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(amount, "amount");
        discountTaken = discountTaken == null ? Money.zero(amount.currency()) : discountTaken;
        difference = difference == null ? Money.zero(amount.currency()) : difference;
    }

    private Tag tag(Item item) {
        return tag(item.name());
    }

    private Tag tag(String item) {
        return new Tag(item, applicationId, Ground.dimensions("invoiceId", invoiceId, "invoiceNumber", invoiceNumber));
    }

    /** What is settled by being let go is settled, but no cash was applied. */
    private Tag withoutCash() {
        return tag("SETTLED_WITHOUT_CASH");
    }

    /** Moves it from where the money is; a receivable in foreign currency is cleared at its booked amount. */
    void move(Movements movements, PostingRule rule, Item item, Traits traits, Tag from, Ground ground) {
        Money settled = amount.plus(discountTaken).plus(difference);
        Money booked = booked(ground, settled);
        movements.move(
                rule.lineFor(item, traits), amount, from, null, tag(Item.APPLICATION), part(booked, amount, settled));
        let(movements, rule, Item.DISCOUNT, discountTaken, part(booked, discountTaken, settled));
        let(movements, rule, Item.DIFFERENCE, difference, part(booked, difference, settled));
    }

    /** The same, taken back; at the rate of the day, for the receivable is new again. */
    void moveBack(Movements movements, PostingRule rule, Item item, Traits traits, Tag to) {
        movements.move(rule.lineFor(item, traits).reversed(), amount, tag(Item.APPLICATION), to);
        back(movements, rule, Item.DISCOUNT, discountTaken);
        back(movements, rule, Item.DIFFERENCE, difference);
    }

    private void let(Movements movements, PostingRule rule, Item item, Money let, Money booked) {
        if (!let.isZero()) {
            movements.move(rule.lineFor(item, Traits.NONE), let, tag(item), booked, withoutCash(), booked);
        }
    }

    private void back(Movements movements, PostingRule rule, Item item, Money let) {
        if (!let.isZero()) {
            movements.move(rule.lineFor(item, Traits.NONE).reversed(), let, withoutCash(), tag(item));
        }
    }

    private Money booked(Ground ground, Money settled) {
        if (!ground.isForeign(settled.currency())) {
            return null;
        }
        Lookback.Booked open = ground.past().booked().get(invoiceId);
        return open == null ? null : open.part(settled, ground.book().functionalCurrency());
    }

    private static Money part(Money booked, Money part, Money whole) {
        return booked == null || whole.isZero()
                ? null
                : Rounding.share(booked, BigDecimal.valueOf(part.minor()), BigDecimal.valueOf(whole.minor()));
    }
}
