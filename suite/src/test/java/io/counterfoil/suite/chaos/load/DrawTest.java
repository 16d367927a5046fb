package io.counterfoil.suite.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is drawn can be drawn again, and what must come of it is arithmetic. */
class DrawTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    @Test
    void the_same_seed_draws_the_same_deals() {
        assertThat(deals(7)).isEqualTo(deals(7)).isNotEqualTo(deals(8));
    }

    @Test
    void every_deal_has_a_key_and_a_customer_of_its_own() {
        assertThat(deals(7)).extracting(Deal::key).doesNotHaveDuplicates();
        assertThat(deals(7)).extracting(Deal::customer).doesNotHaveDuplicates();
    }

    @Test
    void prices_stay_inside_the_tolerance_of_the_price_book() {
        assertThat(deals(7)).flatExtracting(Deal::lines).allSatisfy(line -> assertThat(line.unitPrice())
                .isBetween(
                        line.product().listPrice().multiply(new BigDecimal("0.90")),
                        line.product().listPrice().multiply(new BigDecimal("1.10"))));
    }

    /** 1203.33 at 8.25 % is 99.274725, and 500.05 is 41.254125: 140.53 together, and 99.27 + 41.25 if each were rounded. */
    @Test
    void tax_is_rounded_once_over_the_whole_invoice() {
        Deal deal = new Deal(
                "deal",
                Deal.Channel.API,
                1,
                Deal.Place.CA,
                TODAY,
                false,
                List.of(
                        new Deal.Line(Deal.Product.PLATFORM, 1, new BigDecimal("1203.33")),
                        new Deal.Line(Deal.Product.SETUP, 1, new BigDecimal("500.05"))));
        assertThat(deal.netMinor()).isEqualTo(170_338);
        assertThat(deal.taxMinor()).isEqualTo(14_053);
        assertThat(deal.payableMinor()).isEqualTo(184_391);
        assertThat(deal.deferredMinor()).isEqualTo(120_333);
        assertThat(deal.earnedMinor()).isEqualTo(50_005);
    }

    /** Else the workload could not tell the two roundings apart. */
    @Test
    void some_deals_would_differ_if_each_line_were_rounded() {
        assertThat(deals(7)).anyMatch(Deal::tellsRoundingsApart).anyMatch(deal -> !deal.tellsRoundingsApart());
    }

    private static List<Deal> deals(long seed) {
        Draw draw = new Draw(seed, TODAY);
        return Stream.generate(draw::deal).limit(200).toList();
    }
}
