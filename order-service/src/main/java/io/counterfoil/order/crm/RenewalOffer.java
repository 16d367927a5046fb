package io.counterfoil.order.crm;

import java.time.LocalDate;

/**
 * An offer to go on that the CRM is to show.
 *
 * @param key ours, by which the CRM knows it again
 */
public record RenewalOffer(
        String key, String name, String legalEntityId, String currency, LocalDate start, int termMonths) {}
