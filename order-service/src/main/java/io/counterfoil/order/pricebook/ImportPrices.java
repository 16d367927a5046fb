package io.counterfoil.order.pricebook;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.pricebook.PriceBook.Taken;
import io.counterfoil.order.pricebook.PriceBookJson.Line;
import io.counterfoil.order.pricebook.PriceBookJson.Report;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes many prices into a book at once; a wrong one is reported and stands in nobody's way. */
@UseCase
class ImportPrices {

    private final PriceBooks books;
    private final BusinessClock clock;

    @Inject
    ImportPrices(PriceBooks books, BusinessClock clock) {
        this.books = books;
        this.clock = clock;
    }

    Report handle(String priceBookId, List<Line> lines) {
        PriceBook book = books.findForChange(priceBookId).orElseThrow(() -> new NotFound("price book", priceBookId));
        Map<Taken, Integer> counts = new EnumMap<>(Taken.class);
        List<FieldError> errors = new ArrayList<>();
        int refused = 0;
        for (Line line : lines) {
            if (line.errors().isEmpty()) {
                counts.merge(book.take(line.entry(), clock.now()), 1, Integer::sum);
            } else {
                errors.addAll(line.errors());
                refused++;
            }
        }
        return new Report(
                priceBookId,
                books.written(book).version(),
                counts.getOrDefault(Taken.ADDED, 0),
                counts.getOrDefault(Taken.CHANGED, 0),
                counts.getOrDefault(Taken.UNCHANGED, 0),
                refused,
                errors);
    }
}
