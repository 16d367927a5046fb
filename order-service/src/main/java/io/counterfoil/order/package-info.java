/**
 * From a won deal, or an order placed directly, to the contract, and the watch over everything that must follow.
 *
 * <p>{@code catalogue}, {@code mapping}, {@code pricebook} and {@code legalentity} are the reference data against which {@code
 * terms} checks what is asked for; versions of the first two hold once two people want them ({@code revision}). {@code order} and
 * {@code contract} are what was promised. {@code fulfilment} is the quote-to-cash process: it
 * reads the deal through {@code crm}, asks {@code customer} who buys, and follows billing and ledger until the CRM knows the
 * outcome. Two doors lead in: {@code intake} for callers of the API, {@code channel} for the CRM, which is {@code salesforce}.
 */
package io.counterfoil.order;
