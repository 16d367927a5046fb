package io.counterfoil.ledger.postingrule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A version of a posting rule as it travels. */
public record PostingRuleJson(
        String ruleId,
        long version,
        String legalEntityId,
        Purpose purpose,
        LocalDate validFrom,
        LocalDate validTo,
        List<Line> lines,
        String state,
        String givenBy,
        String decidedBy,
        Instant decidedAt) {

    private static final String ACCOUNT = "[A-Za-z0-9.-]{1,20}";

    static PostingRuleJson of(PostingRule rule) {
        return new PostingRuleJson(
                rule.ruleId(),
                rule.version(),
                rule.legalEntityId(),
                rule.purpose(),
                rule.validFrom(),
                rule.validTo(),
                rule.lines().stream().map(Line::of).toList(),
                null,
                null,
                null,
                null);
    }

    static PostingRuleJson of(PostingRule rule, RuleState state) {
        PostingRuleJson told = of(rule);
        return new PostingRuleJson(
                told.ruleId,
                told.version,
                told.legalEntityId,
                told.purpose,
                told.validFrom,
                told.validTo,
                told.lines,
                state.name(),
                state.givenBy(),
                state.decidedBy(),
                state.decidedAt());
    }

    PostingRuleActivated activated(String by, String approver, Instant at) {
        return new PostingRuleActivated(
                ruleId, version, legalEntityId, purpose, validFrom, validTo, lines, by, approver, at);
    }

    /** What may be told of a rule. */
    public record Request(
            @NotNull @Pattern(regexp = "[A-Z0-9]{2,12}") String legalEntityId,
            @NotNull Purpose purpose,
            @NotNull LocalDate validFrom,
            LocalDate validTo,
            @NotNull @Size(min = 1, max = 500) @Valid List<@NotNull Line> lines) {

        PostingRule asRule(String id, long version) {
            return new PostingRule(
                    id,
                    version,
                    legalEntityId,
                    purpose,
                    validFrom,
                    validTo,
                    lines.stream().map(line -> line.asLine(legalEntityId)).toList());
        }

        Set<String> accounts() {
            return lines.stream()
                    .flatMap(line -> Stream.of(line.debitAccount(), line.creditAccount()))
                    .collect(Collectors.toSet());
        }
    }

    /** Which accounts an item with such traits moves; what is left out matches everything. */
    public record Line(
            @NotNull Item item,
            @Size(min = 1, max = 100) String productId,
            @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String revenueTreatment,
            @Pattern(regexp = "S|Z|E|AE|O") String taxCategoryCode,
            @Size(min = 1, max = 50) String paymentChannel,
            @Size(min = 1, max = 50) String documentType,
            @Size(min = 1, max = 50) String lineType,
            @Size(min = 1, max = 60) String reason,
            @NotNull @Pattern(regexp = ACCOUNT) String debitAccount,
            @NotNull @Pattern(regexp = ACCOUNT) String creditAccount,
            @Size(max = 20)
                    Map<@Pattern(regexp = "[A-Za-z][A-Za-z0-9]{0,39}") String, @Size(min = 1, max = 100) String>
                            dimensions) {

        static Line of(PostingRule.Line line) {
            Traits traits = line.traits();
            return new Line(
                    line.item(),
                    traits.productId(),
                    traits.revenueTreatment(),
                    traits.taxCategoryCode(),
                    traits.paymentChannel(),
                    traits.documentType(),
                    traits.lineType(),
                    traits.reason(),
                    line.debit().code(),
                    line.credit().code(),
                    line.dimensions().isEmpty() ? null : line.dimensions());
        }

        PostingRule.Line asLine(String legalEntityId) {
            return new PostingRule.Line(
                    item,
                    new Traits(
                            productId,
                            revenueTreatment,
                            taxCategoryCode,
                            paymentChannel,
                            documentType,
                            lineType,
                            reason),
                    account(legalEntityId, debitAccount),
                    account(legalEntityId, creditAccount),
                    dimensions == null ? Map.of() : new TreeMap<>(dimensions));
        }

        private static PostingRule.Account account(String legalEntityId, String code) {
            return new PostingRule.Account(legalEntityId + "/" + code, code, code);
        }
    }
}
