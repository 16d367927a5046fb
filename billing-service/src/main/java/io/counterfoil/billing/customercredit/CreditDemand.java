package io.counterfoil.billing.customercredit;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/** What an invoice would take of a kind of credit of its customer. */
public record CreditDemand(UUID invoiceId, UUID customerId, String legalEntityId, CreditKind kind, Money wanted) {}
