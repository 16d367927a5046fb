package io.counterfoil.order.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.order.pricebook.PriceBook.Taken;
import io.counterfoil.order.pricebook.PriceBookJson.Entry;
import io.counterfoil.order.pricebook.PriceBookJson.Import;
import io.counterfoil.order.pricebook.PriceBookJson.Line;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each price of an import stands for itself. */
class ImportedPricesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static Entry entry(String product, String price) {
        return new Entry(product, "USD", price, "0.10", null, null, null, null);
    }

    @Test
    void a_wrong_one_is_named_and_the_others_are_taken() {
        List<Line> lines = new Import(List.of(entry("A", "1.00"), entry("B", "cheap"), entry("A", "2.00"))).lines();
        assertThat(lines.get(1).errors()).extracting(error -> error.pointer()).containsExactly("/entries/1/unitPrice");
        PriceBook book = new PriceBook("book");
        assertThat(book.take(lines.get(0).entry(), NOW)).isEqualTo(Taken.ADDED);
        assertThat(book.take(lines.get(0).entry(), NOW)).isEqualTo(Taken.UNCHANGED);
        assertThat(book.take(lines.get(2).entry(), NOW)).isEqualTo(Taken.CHANGED);
        assertThat(book.entries()).hasSize(1);
    }
}
