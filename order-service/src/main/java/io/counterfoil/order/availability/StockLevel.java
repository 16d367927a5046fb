package io.counterfoil.order.availability;

/**
 * How many pieces there are of a product.
 *
 * @param onHand in the warehouse, put aside or not
 * @param allocated of these, put aside for orders
 * @param backOrder whether more may be promised than there is
 */
record StockLevel(String productId, long onHand, long allocated, boolean backOrder, int version) {

    long free() {
        return onHand - allocated;
    }
}
