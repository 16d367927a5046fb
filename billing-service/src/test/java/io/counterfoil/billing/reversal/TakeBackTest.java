package io.counterfoil.billing.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.reversal.LeftOfLine.Sold;
import io.counterfoil.billing.reversal.LeftOfLine.Taxed;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of an invoice that are taken back: published figures, and any series of parts closes the invoice exactly. */
class TakeBackTest {
    private static final int DRAWS = Integer.getInteger("counterfoil.draws", 100_000);

    @ParameterizedTest(name = "{0}: {3} of {1} with tax {2} gives tax {4}")
    @CsvSource({
        "LG-12 lago-api credit_note_rounding_spec, 200.00, 50.00, 193.33, 48.33",
        "LG-14 lago-api credit_note_rounding_spec, 29.99, 7.00, 25.71, 6.00",
        "LG-17 lago-api spending_minimum_spec, 46.45, 9.29, 5.36, 1.07",
    })
    void a_part_of_a_line_takes_its_cumulative_share_of_the_tax(
            String source, String net, String tax, String credit, String expected) {
        LeftOfLine part = TakeBack.net(whole(net, tax, "EUR"), eur(credit));
        assertThat(part.tax()).isEqualTo(eur(expected));
    }

    @Test
    void lago_16_four_memos_by_line_are_together_334_99_and_not_335_00() {
        List<LeftOfLine> lines = List.of(
                whole("68.33", "13.67", "EUR"),
                whole("68.33", "13.66", "EUR"),
                whole("57.50", "11.50", "EUR"),
                whole("85.00", "17.00", "EUR"));
        Money total = lines.stream()
                .map(line -> TakeBack.net(line, line.net()).gross())
                .reduce(Money::plus)
                .orElseThrow();
        assertThat(total).isEqualTo(eur("334.99"));
    }

    @Test
    void stripe_25_a_refund_of_25_out_of_125_has_a_tax_share_of_5_lines_3_and_2() {
        List<LeftOfLine> parts = TakeBack.amount(
                List.of(whole("60.00", "15.00", "USD"), whole("40.00", "10.00", "USD")), Money.of("25.00", "USD"));
        assertThat(parts).extracting(LeftOfLine::tax).containsExactly(Money.of("3.00", "USD"), Money.of("2.00", "USD"));
        assertThat(parts)
                .extracting(LeftOfLine::net)
                .containsExactly(Money.of("12.00", "USD"), Money.of("8.00", "USD"));
    }

    @Test
    void en_01_the_credit_note_of_the_whole_invoice_has_its_figures() {
        List<LeftOfLine> lines = List.of(
                whole("2800.00", "700.00", "EUR"), whole("-1500.00", "-375.00", "EUR"), whole("25.00", "6.25", "EUR"));
        List<LeftOfLine> all = TakeBack.amount(lines, eur("1656.25"));
        assertThat(all).isEqualTo(lines);
    }

    @Test
    void any_series_of_parts_closes_the_invoice_exactly() {
        long seed = Seed.announced();
        Random random = new Random(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            closes(random, "seed " + seed + ", draw " + draw);
        }
    }

    private static void closes(Random random, String where) {
        String currency = List.of("JPY", "USD", "KWD").get(random.nextInt(3));
        List<LeftOfLine> left = invoice(random, currency);
        Money whole = gross(left, currency);
        Money taken = Money.zero(currency);
        for (int part = 0; part < 12 && gross(left, currency).isPositive(); part++) {
            List<LeftOfLine> parts = part(random, left, currency);
            taken = taken.plus(gross(parts, currency));
            left = rest(left, parts, where);
        }
        List<LeftOfLine> last = TakeBack.all(left);
        taken = taken.plus(gross(last, currency));
        assertThat(taken).as(where).isEqualTo(whole);
        assertThat(rest(left, last, where)).as(where).allMatch(LeftOfLine::isNothing);
    }

    private static List<LeftOfLine> part(Random random, List<LeftOfLine> left, String currency) {
        if (random.nextBoolean()) {
            long most = gross(left, currency).minor();
            return TakeBack.amount(
                    left,
                    Money.ofMinor(1 + (long) (random.nextDouble() * most), currency)
                            .min(gross(left, currency)));
        }
        LeftOfLine line = left.get(random.nextInt(left.size()));
        long net = line.net().minor();
        if (net == 0) {
            return List.of();
        }
        long wanted = Long.signum(net) * (1 + random.nextLong(Math.abs(net)));
        LeftOfLine part = TakeBack.net(line, Money.ofMinor(wanted, currency));
        return gross(left, currency).compareTo(part.gross()) >= 0 ? List.of(part) : List.of();
    }

    /** One to five lines, discounts among them, each with its share of a tax that was rounded once on their sum. */
    private static List<LeftOfLine> invoice(Random random, String currency) {
        List<LeftOfLine> lines = new ArrayList<>();
        BigDecimal rate = BigDecimal.valueOf(random.nextInt(2_800), 4);
        Money net = Money.zero(currency);
        Money tax = Money.zero(currency);
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            boolean discount = i > 0 && random.nextInt(5) == 0;
            long most = discount ? Math.max(1, net.minor() / 3) : 1_000_000;
            Money line = Money.ofMinor((discount ? -1 : 1) * (1 + random.nextLong(most)), currency);
            net = net.plus(line);
            Money upToHere = Rounding.toMinorUnits(net.toDecimal().multiply(rate), currency);
            lines.add(whole(line, upToHere.minus(tax)));
            tax = upToHere;
        }
        return lines;
    }

    private static List<LeftOfLine> rest(List<LeftOfLine> left, List<LeftOfLine> parts, String where) {
        return left.stream()
                .map(line -> parts.stream()
                        .filter(part -> part.lineId().equals(line.lineId()))
                        .findFirst()
                        .map(part -> minus(line, part, where))
                        .orElse(line))
                .toList();
    }

    private static LeftOfLine minus(LeftOfLine line, LeftOfLine part, String where) {
        LeftOfLine rest = line.part(line.net().minus(part.net()), line.tax().minus(part.tax()));
        int side = Long.signum(line.wholeNet().minor());
        assertThat(side * rest.net().minor()).as(where).isNotNegative();
        assertThat(side * rest.tax().minor()).as(where).isNotNegative();
        return rest;
    }

    private static Money gross(List<LeftOfLine> lines, String currency) {
        return lines.stream().map(LeftOfLine::gross).reduce(Money.zero(currency), Money::plus);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LeftOfLine whole(String net, String tax, String currency) {
        return whole(Money.of(net, currency), Money.of(tax, currency));
    }

    private static LeftOfLine whole(Money net, Money tax) {
        return new LeftOfLine(
                UUID.randomUUID(),
                1,
                ItemType.RECURRING,
                new Sold("P", "P", null, null, null, null, null, null, "1", "1", "1"),
                new Taxed(TaxCategory.S, "0.2", "DE", null, null),
                net,
                tax,
                net,
                tax);
    }
}
