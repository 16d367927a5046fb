package io.counterfoil.order.fulfilment;

import io.counterfoil.order.crm.DealStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;

/** What the CRM is known to show of a process, and whether a write to it is under way: one at a time. */
@Embeddable
class CrmMirror {

    @Column(name = "has_crm")
    private boolean there;

    @Convert(converter = DealStatusColumn.class)
    private DealStatus acknowledged;

    @Column(name = "write_back_due")
    private boolean writeBackDue;

    private String shipment;

    @Column(name = "deal_id")
    private UUID deal;

    protected CrmMirror() {}

    CrmMirror(boolean there) {
        this.there = there;
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
