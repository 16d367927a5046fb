package io.counterfoil.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxQuote.LineTax;
import io.counterfoil.billing.tax.TaxRules.Piece;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is taken back bears its share of the tax that was billed; the subtotal of a document stays the rate on its base. */
class TakenBackTaxTest {
    private static final int DRAWS = Integer.getInteger("counterfoil.draws", 100_000);

    private final Random random = new Random(Seed.announced());
    private Money told;

    /** A third of 8.25 is 2.75; half of 0.83 is 0.42, and 0.41 is left for the other half. */
    @Test
    void a_document_that_only_takes_back_takes_the_tax_in_steps_of_the_sum() {
        ApplicableRate rate = rate("0.0825", false);
        TaxedBefore line = billed(rate, "99.99", "8.25");
        assertThat(taxes(rate, line, "-33.33", "-33.33", "-33.33")).containsExactly("-2.75", "-2.75", "-2.75");
        assertThat(taxes(rate, billed(rate, "10.00", "0.83"), "-5.00", "-5.00")).containsExactly("-0.42", "-0.41");
    }

    /** -0.83 + 1.65 are 0.82, but 8.25 % of 10.00 are 0.83: the new line bears the cent, and the old one is closed. */
    @Test
    void beside_other_lines_it_takes_what_is_left_and_they_bear_the_rest() {
        ApplicableRate rate = rate("0.0825", false);
        TaxQuote quote = quote(List.of(
                back(billed(rate, "10.00", "0.83"), "-10.00"),
                List.of(new Piece(null, Money.of("20.00", "USD"), rate))));
        assertThat(quote.tax()).isEqualTo(Money.of("0.83", "USD"));
        assertThat(quote.lines())
                .extracting(LineTax::tax)
                .containsExactly(Money.of("-0.83", "USD"), Money.of("1.66", "USD"));
    }

    @Test
    void forints_go_back_in_whole_ones() {
        ApplicableRate rate = rate("0.27", false);
        TaxedBefore line = new TaxedBefore(
                UUID.randomUUID(),
                rate,
                Money.of("100.00", "HUF"),
                Money.of("27.00", "HUF"),
                Money.of("100.00", "HUF"),
                Money.of("27.00", "HUF"));
        TaxRounding whole = new TaxRounding(100, false, false);
        assertThat(line.share(Money.of("-10.00", "HUF"), whole).tax()).isEqualTo(Money.of("-3.00", "HUF"));
    }

    /** Line by line, whatever stands beside it, and whatever is rounded: what was billed in all is taken back in all. */
    @Test
    void any_lines_are_closed_by_any_documents() {
        for (int draw = 0; draw < DRAWS / 10; draw++) {
            ApplicableRate rate = rate("0." + (1000 + random.nextInt(2500)), random.nextBoolean());
            TaxRounding rounding = new TaxRounding(1, random.nextInt(4) == 0, random.nextBoolean());
            told = Money.zero("USD");
            List<TaxedBefore> open = bill(rate, rounding, List.of(), some());
            for (int document = 0; !open.isEmpty(); document++) {
                open = bill(rate, rounding, open, document < 3 ? some() : List.of());
            }
            assertThat(told).as("net and tax of all documents").isEqualTo(Money.zero("USD"));
        }
    }

    /** A document that takes back a part of what is open, or all of it, and bills some more; answers what is open then. */
    private List<TaxedBefore> bill(
            ApplicableRate rate, TaxRounding rounding, List<TaxedBefore> open, List<Money> amounts) {
        TakingBack back = new TakingBack(rounding);
        List<List<Piece>> pieces = new ArrayList<>();
        List<TaxedBefore> rest = new ArrayList<>();
        for (TaxedBefore line : open) {
            Money whole = rate.inclusive() ? line.leftNet().plus(line.leftTax()) : line.leftNet();
            Money part = amounts.isEmpty() || random.nextBoolean()
                    ? whole
                    : Money.ofMinor(random.nextInt((int) whole.minor() + 1), "USD");
            Piece piece = back.piece(new Line(TaxCategory.S, part.negated()).takingBack(line));
            pieces.add(List.of(piece));
            TaxedBefore after = line.without(piece.back());
            assertThat(after.leftNet().isNegative()).isFalse();
            if (part.equals(whole)) {
                assertThat(after.leftNet().plus(after.leftTax())).isEqualTo(Money.zero("USD"));
            } else {
                rest.add(after);
            }
        }
        amounts.forEach(amount -> pieces.add(List.of(new Piece(null, amount, rate))));
        TaxQuote quote = TaxRules.quote(pieces, rounding);
        told = told.plus(quote.subtotals().get(0).taxable()).plus(quote.tax());
        assertThat(quote.lines().stream().map(LineTax::tax).reduce(Money::plus)).contains(quote.tax());
        assertThat(quote.lines().stream().map(LineTax::net).reduce(Money::plus))
                .contains(quote.subtotals().get(0).taxable());
        for (int i = open.size(); i < pieces.size(); i++) {
            LineTax taxed = quote.lines().get(i);
            rest.add(new TaxedBefore(
                    new UUID(0, random.nextLong()), rate, taxed.net(), taxed.tax(), taxed.net(), taxed.tax()));
        }
        return rest;
    }

    private List<Money> some() {
        List<Money> some = new ArrayList<>();
        for (int line = random.nextInt(3); line >= 0; line--) {
            some.add(Money.ofMinor(1_000 + random.nextInt(100_000), "USD"));
        }
        return some;
    }

    private static List<Piece> back(TaxedBefore line, String amount) {
        return List.of(new TakingBack(TaxRounding.USUAL)
                .piece(new Line(TaxCategory.S, Money.of(amount, "USD")).takingBack(line)));
    }

    private static List<String> taxes(ApplicableRate rate, TaxedBefore line, String... amounts) {
        TakingBack back = new TakingBack(TaxRounding.USUAL);
        List<String> taxes = new ArrayList<>();
        for (String amount : amounts) {
            Piece piece = back.piece(new Line(TaxCategory.S, Money.of(amount, "USD")).takingBack(line));
            assertThat(piece.applied()).isEqualTo(rate);
            taxes.add(quote(List.of(List.of(piece))).tax().amount());
        }
        return taxes;
    }

    private static TaxQuote quote(List<List<Piece>> pieces) {
        return TaxRules.quote(pieces, TaxRounding.USUAL);
    }

    private static TaxedBefore billed(ApplicableRate rate, String net, String tax) {
        Money ofNet = Money.of(net, "USD");
        Money ofTax = Money.of(tax, "USD");
        return new TaxedBefore(UUID.randomUUID(), rate, ofNet, ofTax, ofNet, ofTax);
    }

    private static ApplicableRate rate(String rate, boolean inclusive) {
        return new ApplicableRate("XX", TaxCategory.S, Rate.of(rate), null, null, "test", inclusive, List.of());
    }
}
