package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
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

    @Inject
    MatchReceipt(Invoices invoices, GatewayAccounts accounts) {
        this.invoices = invoices;
        this.accounts = accounts;
    }

    Match match(Receipt receipt) {
        Optional<Invoice> named = Optional.ofNullable(receipt.invoiceNumber()).flatMap(invoices::lock);
        return named.map(invoice -> byInvoice(receipt, invoice)).orElseGet(() -> byCustomer(receipt));
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

    private Match byCustomer(Receipt receipt) {
        String legalEntity = legalEntity(receipt);
        UUID customer = receipt.customerId() != null
                ? receipt.customerId()
                : accounts.customer(receipt.gateway(), receipt.gatewayCustomer())
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
        return accounts.legalEntity(receipt.gateway(), receipt.amount().currency());
    }
}
