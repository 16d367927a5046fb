package io.counterfoil.order.availability;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import jakarta.inject.Inject;
import java.util.List;

/** The warehouse has counted: from the first count on a product is goods. */
@UseCase
class CountStock {

    private final Stocks stocks;
    private final FillBackOrders backOrders;

    @Inject
    CountStock(Stocks stocks, FillBackOrders backOrders) {
        this.stocks = stocks;
        this.backOrders = backOrders;
    }

    StockLevel handle(String productId, StockJson.Count count, String ifMatch) {
        count.check();
        if (!stocks.isProduct(productId)) {
            throw new NotFound("product", productId);
        }
        List<StockLevel> known = stocks.forChange(List.of(productId));
        known.forEach(before -> ETags.require(ifMatch, before.version()));
        long allocated = known.isEmpty() ? 0 : known.get(0).allocated();
        if (count.onHand() < allocated) {
            throw new Invalid("/onHand", allocated + " are put aside for orders; cancel or ship some of them first");
        }
        long before = known.isEmpty() ? 0 : known.get(0).onHand();
        boolean backOrder =
                count.backOrder() == null ? !known.isEmpty() && known.get(0).backOrder() : count.backOrder();
        stocks.count(new StockLevel(
                productId,
                count.onHand(),
                allocated,
                backOrder,
                known.isEmpty() ? 1 : known.get(0).version() + 1));
        stocks.remember(productId, count.onHand() - before, 0, "COUNTED", null, null);
        backOrders.from(productId);
        return stocks.find(productId).orElseThrow();
    }
}
