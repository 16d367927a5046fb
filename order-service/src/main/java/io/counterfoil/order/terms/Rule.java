package io.counterfoil.order.terms;

import io.counterfoil.common.trouble.TroubleClass;
import java.util.Locale;

/** The rules that an order must pass before it is accepted; the first that is broken decides who owns the exception. */
public enum Rule {
    ACCOUNT_MISSING(TroubleClass.MASTER_DATA, "Give the opportunity an account."),
    OPPORTUNITY_NOT_WON(TroubleClass.MASTER_DATA, "Close the opportunity as won, or cancel the order."),
    NOTHING_ORDERED(TroubleClass.MASTER_DATA, "Add at least one line with a value."),
    LEGAL_ENTITY_UNKNOWN(TroubleClass.MASTER_DATA, "Name a legal entity that the ledger has published, or publish it."),
    CURRENCY_UNKNOWN(TroubleClass.MASTER_DATA, "Name one ISO 4217 currency for the whole order."),
    CURRENCY_NOT_SOLD(
            TroubleClass.MASTER_DATA,
            "Name a currency in which the legal entity sells, or publish a price book of it in this currency."),
    TERMS_NOT_SENSIBLE(TroubleClass.MASTER_DATA, "Correct the named term."),
    PRODUCT_NOT_MAPPED(TroubleClass.MAPPING, "Add the product mapping, then replay the exception."),
    PRODUCT_UNKNOWN(TroubleClass.MAPPING, "Publish the product, or order another one."),
    BUNDLE_NOT_PRICED(
            TroubleClass.PRICE, "Say what each part of the bundle costs on its own in this currency, then replay."),
    QUANTITY_NOT_USABLE(TroubleClass.MASTER_DATA, "Give a quantity above zero, with at most eight decimals."),
    PRICE_NOT_USABLE(TroubleClass.PRICE, "Give a price of zero or more, with at most eight decimals."),
    PRICE_NOT_LISTED(
            TroubleClass.PRICE, "List the product in the price book for this currency, then replay the exception."),
    PRICE_BELOW_FLOOR(TroubleClass.PRICE, "Ask at least the floor price; nobody may approve less."),
    DISCOUNT_TOO_HIGH(TroubleClass.PRICE, "Give at most the highest discount of the price book."),
    MARGIN_TOO_LOW(TroubleClass.PRICE, "Ask a price that leaves the margin of the price book."),
    PRICE_OUT_OF_TOLERANCE(
            TroubleClass.PRICE, "Correct the price, or widen the tolerance of the price book, then replay."),
    TAX_ATTRIBUTES_MISSING(
            TroubleClass.TAX, "Complete the billing address or the tax registration of the buyer, then replay.");

    private final TroubleClass trouble;
    private final String remedy;

    Rule(TroubleClass trouble, String remedy) {
        this.trouble = trouble;
        this.remedy = remedy;
    }

    TroubleClass trouble() {
        return trouble;
    }

    String remedy() {
        return remedy;
    }

    /** The code of problems and exceptions, in kebab case. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
