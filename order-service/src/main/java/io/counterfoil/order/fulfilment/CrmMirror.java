package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Table;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.crm.DealStatus;
import java.util.Optional;
import java.util.UUID;

/** What the CRM is known to show of a process, and whether a write to it is under way: one at a time. */
class CrmMirror {

    private final boolean there;
    private DealStatus acknowledged;
    private boolean writeBackDue;
    private String shipment;
    private UUID deal;

    CrmMirror(boolean there) {
        this.there = there;
    }

    /** As it was written. */
    CrmMirror(Row row) {
        there = row.bool("has_crm");
        acknowledged = StoredJson.read(row.text("acknowledged"), DealStatus.class);
        writeBackDue = row.bool("write_back_due");
        shipment = row.text("shipment");
        deal = row.uuid("deal_id");
    }

    /** How it lies in the row of its process. */
    static Table<QuoteToCash> columns(Table<QuoteToCash> table) {
        return table.with("has_crm", "boolean", process -> process.crm().there)
                .with("acknowledged", "text", process -> process.crm().acknowledged, Json::write)
                .with("write_back_due", "boolean", process -> process.crm().writeBackDue)
                .with("shipment", "text", process -> process.crm().shipment)
                .with("deal_id", "uuid", process -> process.crm().deal);
    }

    /** True when the CRM shows something else and nobody is about to tell it; the caller is, from now on. */
    boolean wantsWrite(DealStatus toShow) {
        if (writeBackDue || toShow.equals(shown())) {
            return false;
        }
        writeBackDue = true;
        return true;
    }

    boolean isWriteDue() {
        return writeBackDue;
    }

    void acknowledged(DealStatus status) {
        acknowledged = status;
        writeBackDue = false;
    }

    /** How far the order's goods have come. */
    void shipped(String status) {
        shipment = status;
    }

    String shipment() {
        return shipment;
    }

    DealStatus shown() {
        return acknowledged == null ? DealStatus.NOTHING : acknowledged;
    }

    /** Several legal entities sell the deal, which is called by its first order: it is shown as a whole. */
    void partOf(UUID dealId) {
        deal = dealId;
    }

    /** The deal that it is a part of; empty where it is the whole. */
    Optional<UUID> deal() {
        return Optional.ofNullable(deal);
    }

    boolean isThere() {
        return there;
    }
}
