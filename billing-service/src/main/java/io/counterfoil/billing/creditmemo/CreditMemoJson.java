package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.reversal.LeftOfLine;
import io.counterfoil.common.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Credit memos on the wire. */
public final class CreditMemoJson {

    private CreditMemoJson() {}

    /** A memo that is asked for: of lines, or of a gross amount, or of all that is left. */
    public record MemoRequest(
            @NotNull UUID invoiceId,
            Money amount,
            @Size(max = 1000) List<@Valid @NotNull LineRequest> lines,
            @NotBlank @Size(max = 60) String reasonCode,
            @Size(max = 500) String reason,
            @Valid SettlementRequest settlement) {}

    /** A line to be credited; without an amount all that is left of it. */
    public record LineRequest(@NotNull UUID lineId, Money netAmount) {}

    /** Where the amount is to go; what is null is nothing. */
    public record SettlementRequest(Money toInvoice, Money toCustomerCredit, Money toRefund, Money external) {}

    /** What a second person decides. */
    public record Decision(boolean approved) {}

    /** Why a memo is voided. */
    public record VoidRequest(@NotBlank @Size(max = 60) String reasonCode, @Size(max = 500) String reason) {}

    /** Where what is open of a memo is to go. */
    public record ApplicationRequest(@NotNull Settled.Target target, UUID invoiceId, Money amount) {}

    /** A credited line. */
    public record LineView(
            UUID originalLineId,
            int lineNumber,
            String productId,
            String description,
            Money netAmount,
            String taxCategoryCode,
            String taxRate,
            String taxJurisdiction,
            Money taxAmount) {

        static LineView of(LeftOfLine part) {
            return new LineView(
                    part.lineId(),
                    part.lineNumber(),
                    part.sold().productId(),
                    part.sold().description(),
                    part.net(),
                    part.taxed().category().name(),
                    part.taxed().rate(),
                    part.taxed().jurisdiction(),
                    part.tax());
        }
    }

    /** What a memo settled; below zero where its void took it back. */
    public record ApplicationView(
            UUID applicationId,
            Settled.Target target,
            UUID targetId,
            Money amount,
            boolean atIssue,
            LocalDate effectiveDate,
            Instant effectiveAt) {

        static ApplicationView of(MemoRows.Application application) {
            return new ApplicationView(
                    application.applicationId(),
                    application.target(),
                    application.targetId(),
                    application.amount(),
                    application.atIssue(),
                    application.day(),
                    application.at());
        }
    }

    /** A memo; in a list without its lines and what it settled. */
    public record MemoView(
            UUID creditMemoId,
            String creditMemoNumber,
            CreditMemoState state,
            String legalEntityId,
            UUID invoiceId,
            UUID customerId,
            String reasonCode,
            String reason,
            String requestedBy,
            String approvedBy,
            Money netAmount,
            Money taxAmount,
            Money taxCurrencyAmount,
            Money totalAmount,
            Settled settlement,
            Money refundedAmount,
            Money openAmount,
            LocalDate issueDate,
            Instant effectiveAt,
            String correlationId,
            Map<String, String> policyVersions,
            List<LineView> lines,
            List<ApplicationView> applications) {

        static MemoView of(CreditMemo memo, List<LeftOfLine> parts, List<MemoRows.Application> applications) {
            return new MemoView(
                    memo.creditMemoId(),
                    memo.number(),
                    memo.state(),
                    memo.legalEntityId(),
                    memo.invoiceId(),
                    memo.customerId(),
                    memo.why().reasonCode(),
                    memo.why().reason(),
                    memo.why().requestedBy(),
                    memo.why().approvedBy(),
                    memo.net(),
                    memo.tax(),
                    memo.nationalTax(),
                    memo.total(),
                    memo.settled(),
                    memo.refunded(),
                    memo.open(),
                    memo.issueDate(),
                    memo.effectiveAt(),
                    memo.correlationId(),
                    memo.policyVersions(),
                    parts == null ? null : parts.stream().map(LineView::of).toList(),
                    applications == null
                            ? null
                            : applications.stream().map(ApplicationView::of).toList());
        }
    }
}
