package io.counterfoil.order.crm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CRM from which orders come. A bean for each product; none of its methods is for use within a transaction.
 *
 * <p>A {@link io.counterfoil.common.http.Refusal} means that a person must correct something; any other exception is
 * technical: try again.
 */
public interface Crm {

    /** The name of the system in references and mappings. */
    String system();

    /** Reads the deal back with its lines and its account. */
    Deal read(String recordId);

    /** The same for many; a deal that is not there is left out. */
    Map<String, Deal> readAll(Collection<String> recordIds);

    /** What the deal shows of us at this moment. */
    DealStatus shows(String recordId);

    /** Shows what changed since {@code before}; null there means that nothing was shown yet. */
    void show(String recordId, DealStatus now, DealStatus before);

    /** The same for many at once; returns the records of those that were not taken. */
    Set<String> showAll(List<Change> changes);

    /** What a deal shall show now, and what it showed before. */
    record Change(String recordId, DealStatus now, DealStatus before) {}

    /** Shows an offer to renew as a deal of the same account; returns its record id. The same key again makes no other. */
    String offer(String dealId, RenewalOffer offer);
}
