package io.counterfoil.order.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of all books that speak for a buyer on a day, the one that speaks most closely has the price: whatever books there are. */
class PriceScopesTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final int BOOKS = 150;
    private static final int QUESTIONS = 600;

    private final PriceBooks books = TestBeans.on(POSTGRES).get(PriceBooks.class);

    @Test
    void the_closest_book_has_the_price() {
        long seed = Long.getLong("counterfoil.seed", 62);
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        List<Book> all = new ArrayList<>();
        while (all.size() < BOOKS) {
            Book book = new Book("book-" + all.size(), scope(random), from(random), null);
            if (books.speakingFor(book.scope(), book.id).isEmpty()) {
                book.store();
                all.add(book);
            } else if (book.from != null) {
                Book brief = new Book(book.id, book.whom, book.from, book.from.plusDays(1 + random.nextInt(20)));
                if (books.speakingFor(brief.scope(), brief.id).isEmpty()) {
                    brief.store();
                    all.add(brief);
                }
            }
            if (random.nextInt(400) == 0) {
                break;
            }
        }
        for (int i = 0; i < QUESTIONS; i++) {
            PriceScope buyer = scope(random);
            LocalDate day = DAY.plusDays(random.nextInt(60) - 30);
            Optional<String> found = Optional.ofNullable(
                            books.listed(buyer, List.of("P"), "USD", day).get("P"))
                    .map(ListedPrice::priceBookId);
            Optional<String> expected = all.stream()
                    .filter(book -> book.speaksFor(buyer, day))
                    .min(Comparator.comparingInt((Book book) -> book.closeness()))
                    .map(book -> book.id);
            assertThat(found.map(id -> closeness(all, id)))
                    .as(buyer + " on " + day + ": " + found + ", not " + expected)
                    .isEqualTo(expected.map(id -> closeness(all, id)));
        }
    }

    private static int closeness(List<Book> all, String id) {
        return all.stream()
                .filter(book -> book.id.equals(id))
                .findFirst()
                .orElseThrow()
                .closeness();
    }

    private static PriceScope scope(Random random) {
        return new PriceScope(
                one(random, "US01", "DE01"),
                one(random, "US", "DE"),
                one(random, "SMB", "ENTERPRISE"),
                one(random, "api", "partner"));
    }

    private static LocalDate from(Random random) {
        return random.nextBoolean() ? null : DAY.plusDays(random.nextInt(60) - 30);
    }

    private static String one(Random random, String first, String second) {
        return switch (random.nextInt(3)) {
            case 0 -> first;
            case 1 -> second;
            default -> null;
        };
    }

    private record Book(String id, PriceScope whom, LocalDate from, LocalDate to) {

        BookScope scope() {
            return new BookScope(whom, from, to);
        }

        void store() {
            POSTGRES.database()
                    .update(
                            """
                            insert into price_book (price_book_id, legal_entity_id, region, segment, channel, valid_from, valid_to,
                                                    changed_at, version)
                            values (?, ?, ?, ?, ?, ?, ?, now(), 1)
                            """,
                            id,
                            whom.legalEntityId(),
                            whom.region(),
                            whom.segment(),
                            whom.channel(),
                            from,
                            to);
            POSTGRES.database()
                    .update(
                            "insert into price_entry (price_book_id, product_id, currency, unit_price, tolerance)"
                                    + " values (?, 'P', 'USD', 1, 0)",
                            id);
        }

        boolean speaksFor(PriceScope buyer, LocalDate day) {
            return covers(whom.legalEntityId(), buyer.legalEntityId())
                    && covers(whom.region(), buyer.region())
                    && covers(whom.segment(), buyer.segment())
                    && covers(whom.channel(), buyer.channel())
                    && (from == null || !from.isAfter(day))
                    && (to == null || to.isAfter(day));
        }

        private static boolean covers(String said, String asked) {
            return said == null || Objects.equals(said, asked);
        }

        /** The legal entity says most, then the channel, the segment, the region. */
        int closeness() {
            return (whom.legalEntityId() == null ? 8 : 0)
                    + (whom.channel() == null ? 4 : 0)
                    + (whom.segment() == null ? 2 : 0)
                    + (whom.region() == null ? 1 : 0);
        }
    }
}
