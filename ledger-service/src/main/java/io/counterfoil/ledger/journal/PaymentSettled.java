package io.counterfoil.ledger.journal;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.journal.JournalEntry.Tag;
import io.counterfoil.ledger.postingrule.Item;
import io.counterfoil.ledger.postingrule.PostingRule;
import io.counterfoil.ledger.postingrule.Purpose;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.postingrule.Traits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cash that came in: against the receivable for what was applied, against unapplied cash for the rest. */
record PaymentSettled(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        LocalDate valueDate,
        String gatewayReference,
        Money fee,
        List<Application> applications,
        Money unappliedAmount)
        implements BillingDocument {

    static final String TYPE = "io.counterfoil.billing.payment.settled.v1";

    PaymentSettled {
        requireNonNull(paymentId, "paymentId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(currency, "currency");
        requireNonNull(amount, "amount");
        requireNonNull(valueDate, "valueDate");
        applications = applications == null ? List.of() : applications;
        unappliedAmount = unappliedAmount == null ? Money.zero(amount.currency()) : unappliedAmount;
    }

    record Application(UUID applicationId, UUID invoiceId, String invoiceNumber, Money amount) {
        Application {
            requireNonNull(applicationId, "applicationId");
            requireNonNull(invoiceId, "invoiceId");
            requireNonNull(amount, "amount");
        }

        Tag tag() {
            return new Tag(Item.APPLICATION.name(), applicationId, dimensions(invoiceId, invoiceNumber));
        }
    }

    @Override
    public JournalEntry entry(JournalEntry.Cause cause, Books.Book book, Rulebook.Opened rules) {
        PostingRule rule = rules.rule(legalEntityId, Purpose.PAYMENT, valueDate);
        Traits traits = Traits.ofPayment(channel);
        Tag cash = new Tag("PAYMENT", paymentId, Map.of());
        Movements movements = new Movements();
        Money total = unappliedAmount;
        for (Application application : applications) {
            movements.move(rule.lineFor(Item.APPLICATION, traits), application.amount(), cash, application.tag());
            total = total.plus(application.amount());
        }
        BillingDocument.requireEqual("Payment " + paymentId, "applications and what is unapplied", total, amount);
        if (!unappliedAmount.isZero()) {
            Tag rest = new Tag(Item.UNAPPLIED.name(), paymentId, Map.of());
            movements.move(rule.lineFor(Item.UNAPPLIED, traits), unappliedAmount, cash, rest);
        }
        if (fee != null && !fee.isZero()) {
            Tag kept = new Tag(Item.FEE.name(), paymentId, Map.of());
            movements.move(rule.lineFor(Item.FEE, traits), fee, kept, kept);
        }
        return JournalEntry.of(rule, currency, valueDate, cause, document(), movements);
    }

    private JournalEntry.Document document() {
        String number = gatewayReference == null ? paymentId.toString() : gatewayReference;
        return new JournalEntry.Document(JournalEntry.Document.Kind.PAYMENT, paymentId, number, customerId, null, null);
    }

    static Map<String, String> dimensions(UUID invoiceId, String invoiceNumber) {
        return invoiceNumber == null
                ? Map.of("invoiceId", invoiceId.toString())
                : Map.of("invoiceId", invoiceId.toString(), "invoiceNumber", invoiceNumber);
    }
}
