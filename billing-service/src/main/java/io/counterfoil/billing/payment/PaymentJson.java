package io.counterfoil.billing.payment;

import io.counterfoil.common.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Payments on the wire. */
public final class PaymentJson {

    private PaymentJson() {}

    /** Unapplied cash to be applied: to one invoice, by id or number; without an amount as much as goes. */
    public record Application(UUID invoiceId, String invoiceNumber, Money amount) {}

    /** Money that came outside the gateway. */
    public record ManualPayment(
            @NotBlank String legalEntityId,
            @NotNull Money amount,
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String channel,
            @NotBlank @Size(max = 200) String reference,
            LocalDate valueDate,
            UUID customerId,
            String invoiceNumber,
            Money fee) {}

    /** Why something is taken back. */
    public record Why(@NotBlank @Size(max = 60) String reasonCode, @Size(max = 500) String reason) {}

    /** A fee that was taken. */
    public record Fee(@NotNull PaymentFeeCharged.Kind kind, @NotNull Money amount, @Size(max = 200) String reference) {}

    /** A recorded fee. */
    public record FeeView(UUID feeId, UUID paymentId, PaymentFeeCharged.Kind kind, Money amount) {}

    /** An application. */
    public record ApplicationView(
            UUID applicationId,
            UUID paymentId,
            UUID invoiceId,
            String invoiceNumber,
            Money amount,
            Money discountTaken,
            Money difference,
            boolean fromUnapplied,
            LocalDate effectiveDate,
            Instant effectiveAt) {

        static ApplicationView of(PaymentApplication application) {
            return new ApplicationView(
                    application.applicationId(),
                    application.paymentId(),
                    application.invoiceId(),
                    application.invoiceNumber(),
                    application.amount(),
                    PaymentApplication.orNull(application.discount()),
                    PaymentApplication.orNull(application.difference()),
                    application.fromUnapplied(),
                    application.effectiveDate(),
                    application.effectiveAt());
        }
    }

    /** A payment; in a list without its applications. */
    public record PaymentView(
            UUID paymentId,
            PaymentState state,
            String channel,
            String gatewayReference,
            String legalEntityId,
            UUID customerId,
            String invoiceNumber,
            Money amount,
            Money unappliedAmount,
            Money refundedAmount,
            Money fee,
            LocalDate valueDate,
            Instant effectiveAt,
            String failureCode,
            String failureReason,
            String correlationId,
            List<ApplicationView> applications) {

        static PaymentView of(Payment payment, List<PaymentApplication> applications) {
            Receipt.Failure failure = payment.failure();
            return new PaymentView(
                    payment.paymentId(),
                    payment.state(),
                    payment.channel(),
                    payment.reference(),
                    payment.legalEntityId(),
                    payment.customerId(),
                    payment.invoiceNumber(),
                    payment.amount(),
                    payment.unapplied(),
                    payment.balances().refunded(),
                    payment.balances().fee(),
                    payment.valueDate(),
                    payment.effectiveAt(),
                    failure == null ? null : failure.code(),
                    failure == null ? null : failure.reason(),
                    payment.correlationId(),
                    applications == null
                            ? null
                            : applications.stream().map(ApplicationView::of).toList());
        }
    }

    /** The accounts of a gateway: which legal entity receives which currency. */
    public record GatewayPublication(@NotEmpty @Size(max = 200) List<@Valid @NotNull AccountJson> accounts) {}

    /** One currency of a gateway. */
    public record AccountJson(@NotNull @Pattern(regexp = "[A-Z]{3}") String currency, @NotBlank String legalEntityId) {}

    /** The accounts of a gateway as published. */
    public record GatewayView(String gateway, int version, List<AccountJson> accounts) {

        static GatewayView of(String gateway, GatewayAccounts.Published published) {
            return new GatewayView(
                    gateway,
                    published.version(),
                    published.legalEntities().entrySet().stream()
                            .map(entry -> new AccountJson(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }
}
