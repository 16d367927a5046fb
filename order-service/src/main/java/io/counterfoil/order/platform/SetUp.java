package io.counterfoil.order.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is to be set up for a customer, all of an order in one request. */
public record SetUp(String orderNumber, Buyer customer, List<Item> items) {

    /** For whom. */
    public record Buyer(UUID id, String number, String name) {}

    /** How much of what, from when to when; without an end where it has none. */
    public record Item(String sku, String quantity, LocalDate startDate, LocalDate endDate) {}
}
