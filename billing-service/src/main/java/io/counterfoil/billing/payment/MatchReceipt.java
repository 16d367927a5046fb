package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds where money belongs: by the invoice number that it names, else by the customer whose it is (their oldest open
 * invoices first), else nowhere yet.
 */
@Dependent
class MatchReceipt {

    private final Invoices invoices;
    private final GatewayAccounts accounts;
    private final Policies policies;
    private final LegalEntities entities;

    @Inject
    MatchReceipt(Invoices invoices, GatewayAccounts accounts, Policies policies, LegalEntities entities) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.policies = policies;
        this.entities = entities;
    }

    Match match(Receipt receipt) {
        Optional<Invoice> named = Optional.ofNullable(receipt.invoiceNumber()).flatMap(invoices::lock);
        String rule = rule(receipt, named);
        if (rule.equals("BY_HAND")) {
            return new Match(
                    named.map(Invoice::legalEntityId).orElseGet(() -> legalEntity(receipt)),
                    named.map(Invoice::customerId).orElse(receipt.customerId()),
                    List.of(),
                    named.map(Invoice::correlationId).orElse(null),
                    "payments are applied by hand");
        }
        return named.filter(invoice -> rule.equals("BY_REFERENCE"))
                .map(invoice -> byInvoice(receipt, invoice))
                .orElseGet(() -> byCustomer(receipt, named));
    }

    private String rule(Receipt receipt, Optional<Invoice> named) {
        if (receipt.attemptId() != null) {
            return "BY_REFERENCE"; // we asked for it, for this invoice
        }
        String entity = named.map(Invoice::legalEntityId).orElseGet(() -> legalEntity(receipt));
        Scope scope = named.map(invoice -> Scope.of(entity, invoice.order().contractId()))
                .orElseGet(() -> Scope.of(entity));
        return policies.value(
                        PolicyName.PAYMENT_APPLICATION,
                        scope,
                        entities.byId(entity).dateAt(receipt.at()))
                .value();
    }

    private Match byInvoice(Receipt receipt, Invoice invoice) {
        if (!invoice.currency().equals(receipt.amount().currency())) {
            return new Match(
                    legalEntity(receipt),
                    invoice.customerId(),
                    List.of(),
                    invoice.correlationId(),
                    "it names invoice " + invoice.number() + ", which is in " + invoice.currency());
        }
        boolean settled = invoice.open().isZero();
        return new Match(
                invoice.legalEntityId(),
                invoice.customerId(),
                settled ? List.of() : List.of(invoice),
                invoice.correlationId(),
                settled ? "it names invoice " + invoice.number() + ", on which nothing is open" : null);
    }

    private Match byCustomer(Receipt receipt, Optional<Invoice> named) {
        String legalEntity = legalEntity(receipt);
        UUID customer = receipt.customerId() != null
                ? receipt.customerId()
                : named.map(Invoice::customerId)
                        .or(() -> accounts.customer(receipt.gateway(), receipt.gatewayCustomer()))
                        .orElse(null);
        if (customer == null) {
            return new Match(legalEntity, null, List.of(), null, "it names no invoice and no customer that we know");
        }
        List<Invoice> open =
                invoices.lockOpen(customer, legalEntity, receipt.amount().currency());
        return open.isEmpty()
                ? new Match(legalEntity, customer, List.of(), null, "its customer has nothing open")
                : new Match(legalEntity, customer, open, open.get(0).correlationId(), null);
    }

    private String legalEntity(Receipt receipt) {
        return receipt.manual().legalEntityId() == null
                ? accounts.legalEntity(receipt.gateway(), receipt.amount().currency())
                : receipt.manual().legalEntityId();
    }
}
