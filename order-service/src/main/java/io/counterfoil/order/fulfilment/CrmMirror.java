package io.counterfoil.order.fulfilment;

import io.counterfoil.order.crm.DealStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

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

    boolean isThere() {
        return there;
    }
}
