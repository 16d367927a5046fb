package io.counterfoil.order.availability;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import jakarta.inject.Inject;
import java.util.List;

/** Goods came in: those who wait for them get theirs first. */
@UseCase
class ReceiveStock {

    private final Stocks stocks;
    private final FillBackOrders backOrders;

    @Inject
    ReceiveStock(Stocks stocks, FillBackOrders backOrders) {
        this.stocks = stocks;
        this.backOrders = backOrders;
    }

    StockLevel handle(String productId, StockJson.Receipt receipt) {
        receipt.check();
        if (stocks.forChange(List.of(productId)).isEmpty()) {
            throw new NotFound("stock level of product", productId);
        }
        stocks.move(productId, receipt.quantity(), 0, "RECEIVED", null, receipt.reference());
        backOrders.from(productId);
        return stocks.find(productId).orElseThrow();
    }
}
