package io.counterfoil.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What billing would tell, in its own JSON; each fact at the next position of its history. */
public final class BillingFacts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String legalEntityId;
    private final String currency;
    private final UUID customerId = EventIds.next();
    private final UUID contractId = EventIds.next();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private long position;

    public BillingFacts(String legalEntityId, String currency) {
        this(legalEntityId, currency, 0);
    }

    public BillingFacts(String legalEntityId, String currency, long after) {
        this.legalEntityId = legalEntityId;
        this.currency = currency;
        this.position = after;
    }

    public Money money(String amount) {
        return Money.of(amount, currency);
    }

    /** Any other fact of the same customer. */
    public Envelope told(String what, UUID subject, LocalDate day, ObjectNode data) {
        data.put("legalEntityId", legalEntityId).put("currency", currency).put("effectiveAt", day + "T12:00:00Z");
        if (!data.has("customerId")) {
            data.put("customerId", customerId.toString());
        }
        return envelope(what, subject, day, data);
    }

    /** An amount as it travels. */
    public ObjectNode wire(String amount) {
        return wire(money(amount));
    }

    /** An invoice to be filled with lines. */
    public Invoice invoice(LocalDate issued) {
        return new Invoice(issued);
    }

    /** A payment to be filled with applications. */
    public Payment payment(LocalDate valueDate, String amount) {
        return new Payment(valueDate, money(amount));
    }

    /** Unapplied cash of a payment, applied later. */
    public Envelope applied(UUID paymentId, Invoice invoice, LocalDate day, String amount) {
        ObjectNode data = JSON.objectNode()
                .put("applicationId", EventIds.next().toString())
                .put("paymentId", paymentId.toString())
                .put("invoiceId", invoice.id.toString())
                .put("invoiceNumber", invoice.number)
                .put("customerId", customerId.toString())
                .put("legalEntityId", legalEntityId)
                .put("currency", currency)
                .put("fromUnapplied", true)
                .put("effectiveAt", day + "T12:00:00Z");
        data.set("amount", wire(money(amount)));
        return envelope("payment.applied", paymentId, day, data);
    }

    /** Usage, or a proration, that was delivered and is billed later; negative where it corrects. */
    public Envelope delivered(UUID accrualId, LocalDate day, String delta) {
        ObjectNode data = JSON.objectNode()
                .put("accrualId", accrualId.toString())
                .put("contractId", contractId.toString())
                .put("customerId", customerId.toString())
                .put("legalEntityId", legalEntityId)
                .put("currency", currency)
                .put("meterId", "units")
                .put("productId", "USAGE")
                .put("revenueTreatment", "POINT_IN_TIME")
                .put("conditional", false)
                .put("effectiveDate", day.toString())
                .put("effectiveAt", day + "T12:00:00Z");
        data.set("deltaAmount", wire(money(delta)));
        return envelope("usage.rated", accrualId, day, data);
    }

    public UUID contractId() {
        return contractId;
    }

    public UUID customerId() {
        return customerId;
    }

    public final class Invoice {
        private final UUID id = EventIds.next();
        private final String number = "X-" + id.toString().substring(24);
        private final LocalDate issued;
        private final ArrayNode lines = JSON.arrayNode();
        private final ArrayNode taxes = JSON.arrayNode();
        private final ArrayNode allowances = JSON.arrayNode();
        private final ArrayNode credits = JSON.arrayNode();
        private Money total = Money.zero(currency);
        private String inCurrency = currency;
        private UUID corrected;

        private Invoice(LocalDate issued) {
            this.issued = issued;
        }

        public UUID id() {
            return id;
        }

        public String number() {
            return number;
        }

        public String total() {
            return total.amount();
        }

        /** Its lines as they were told. */
        public ArrayNode lines() {
            return lines;
        }

        /** Uses customer credit when it is issued. */
        public Invoice drawing(UUID creditId, String amount) {
            ObjectNode credit = credits.addObject().put("creditId", creditId.toString());
            credit.set("amount", wire(money(amount)));
            return this;
        }

        /** A line that bills what was accrued before. */
        public Invoice accrued(UUID accrualId, String product, String treatment, String amount) {
            line(product, treatment, amount)
                    .put("type", "USAGE")
                    .putArray("accrualIds")
                    .add(accrualId.toString());
            return this;
        }

        public Invoice overTime(String amount, String start, String end) {
            return overTime("PLATFORM", amount, start, end);
        }

        public Invoice overTime(String product, String amount, String start, String end) {
            ObjectNode line = line(product, "OVER_TIME_DAILY", amount);
            line.putObject("servicePeriod").put("start", start).put("end", end);
            return this;
        }

        public Invoice atOnce(String amount) {
            line("SETUP", "POINT_IN_TIME", amount);
            return this;
        }

        public Invoice with(String product, String treatment, String amount) {
            line(product, treatment, amount);
            return this;
        }

        public Invoice tax(String amount) {
            ObjectNode tax =
                    taxes.addObject().put("category", "S").put("rate", "0.10").put("jurisdiction", "XX");
            tax.set("taxAmount", wire(money(amount)));
            total = total.plus(money(amount));
            return this;
        }

        public Invoice correcting(Invoice original) {
            corrected = original.id;
            for (int i = 0; i < lines.size() && i < original.lines.size(); i++) {
                ((ObjectNode) lines.get(i))
                        .set("originalLineId", original.lines.get(i).get("lineId"));
            }
            return this;
        }

        public Invoice inCurrency(String other) {
            inCurrency = other;
            return this;
        }

        /** What lowers the whole of it; without days of its own it belongs to no obligation. */
        public Invoice allowance(String amount, String start, String end) {
            ObjectNode one = allowances
                    .addObject()
                    .put("lineId", EventIds.next().toString())
                    .put("kind", "ALLOWANCE")
                    .put("taxCategoryCode", "S");
            one.set("amount", wire(money(amount)));
            if (start != null) {
                one.put("productId", "PLATFORM")
                        .put("performanceObligationId", "obligation-PLATFORM")
                        .put("revenueTreatment", "OVER_TIME_DAILY")
                        .putObject("servicePeriod")
                        .put("start", start)
                        .put("end", end);
            }
            total = total.plus(money(amount));
            return this;
        }

        public Envelope issued() {
            ObjectNode data = JSON.objectNode()
                    .put("invoiceId", id.toString())
                    .put("invoiceNumber", number)
                    .put("issueDate", issued.toString())
                    .put("dueDate", issued.plusDays(30).toString())
                    .put("contractId", contractId.toString())
                    .put("customerId", customerId.toString())
                    .put("legalEntityId", legalEntityId)
                    .put("currency", inCurrency);
            data.set("lines", lines);
            data.set("allowancesCharges", allowances);
            data.set("taxSubtotals", taxes);
            data.set("creditsApplied", credits);
            data.set("payableAmount", wire(total));
            if (corrected != null) {
                data.putObject("precedingInvoiceReference").put("invoiceId", corrected.toString());
            }
            return envelope("invoice.issued", id, issued, data);
        }

        private ObjectNode line(String product, String treatment, String amount) {
            ObjectNode line = lines.addObject()
                    .put("lineId", EventIds.next().toString())
                    .put("productId", product)
                    .put("performanceObligationId", "obligation-" + product)
                    .put("revenueTreatment", treatment)
                    .put("taxCategoryCode", "S");
            line.set("lineNetAmount", wire(money(amount)));
            total = total.plus(money(amount));
            return line;
        }
    }

    public final class Payment {
        private final UUID id = EventIds.next();
        private final LocalDate valueDate;
        private final Money amount;
        private final ArrayNode applications = JSON.arrayNode();
        private Money unapplied;
        private String channel = "stripe";
        private Money fee;

        private Payment(LocalDate valueDate, Money amount) {
            this.valueDate = valueDate;
            this.amount = amount;
            this.unapplied = amount;
        }

        public UUID id() {
            return id;
        }

        public Payment of(Invoice invoice, String part) {
            ObjectNode application = applications
                    .addObject()
                    .put("applicationId", EventIds.next().toString())
                    .put("invoiceId", invoice.id.toString())
                    .put("invoiceNumber", invoice.number);
            application.set("amount", wire(money(part)));
            unapplied = unapplied.minus(money(part));
            return this;
        }

        public Payment by(String otherChannel) {
            channel = otherChannel;
            return this;
        }

        public Payment fee(String kept) {
            fee = money(kept);
            return this;
        }

        public Envelope settled() {
            ObjectNode data = JSON.objectNode()
                    .put("paymentId", id.toString())
                    .put("customerId", customerId.toString())
                    .put("legalEntityId", legalEntityId)
                    .put("currency", currency)
                    .put("channel", channel)
                    .put("valueDate", valueDate.toString())
                    .put("gatewayReference", "pi_" + id.toString().substring(24));
            data.set("amount", wire(amount));
            data.set("applications", applications);
            data.set("unappliedAmount", wire(unapplied));
            if (fee != null) {
                data.set("fee", wire(fee));
            }
            return envelope("payment.settled", id, valueDate, data);
        }
    }

    private Envelope envelope(String what, UUID subject, LocalDate day, ObjectNode data) {
        position++;
        return new Envelope(
                EventIds.next(),
                "io.counterfoil.billing." + what + ".v1",
                "/billing",
                subject.toString(),
                Instant.parse(day + "T12:00:00Z"),
                EventIds.next().toString(),
                null,
                sequences.merge(subject, 1L, Long::sum),
                position,
                customerId.toString(),
                legalEntityId,
                "test",
                null,
                data.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode wire(Money money) {
        return JSON.objectNode().put("amount", money.amount()).put("currency", money.currency());
    }
}
