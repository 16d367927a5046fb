package io.counterfoil.billing.dunning;

import io.counterfoil.billing.dunning.DunningStep.Act;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dunning policies and cases on the wire. */
public final class DunningJson {

    private static final int LATEST = 3650;

    private DunningJson() {}

    /** A stage: on how many days overdue what is done. */
    public record Stage(String stage, Integer daysOverdue, Act act) {}

    /** What is published. */
    public record Publication(
            String legalEntityId,
            @Size(min = 1, max = 40) String segment,
            LocalDate validFrom,
            LocalDate validTo,
            @Size(max = 20) List<Stage> stages,
            @Size(max = 20) List<Integer> retryDays) {

        DunningPolicy policy(String policyId, int version) {
            check();
            return new DunningPolicy(policyId, version, legalEntityId, segment, validFrom, validTo, steps());
        }

        /** Retries before stages of the same day: a payment that comes spares the reminder. */
        private List<DunningStep> steps() {
            List<Integer> retries =
                    retryDays == null ? List.of() : retryDays.stream().sorted().toList();
            Stream<DunningStep> tries = IntStream.range(0, retries.size())
                    .mapToObj(i -> new DunningStep("retry-" + (i + 1), retries.get(i), Act.RETRY_PAYMENT));
            Stream<DunningStep> acts = stages == null
                    ? Stream.empty()
                    : stages.stream().map(stage -> new DunningStep(stage.stage(), stage.daysOverdue(), stage.act()));
            return Stream.concat(tries, acts)
                    .sorted(Comparator.comparing(DunningStep::daysOverdue))
                    .toList();
        }

        private void check() {
            List<FieldError> errors = new ArrayList<>();
            if (validFrom == null) {
                errors.add(new FieldError("/validFrom", "is required"));
            } else if (validTo != null && !validTo.isAfter(validFrom)) {
                errors.add(new FieldError("/validTo", "must be after validFrom"));
            }
            for (int i = 0; stages != null && i < stages.size(); i++) {
                checkStage(stages.get(i), "/stages/" + i, errors);
            }
            for (int i = 0; retryDays != null && i < retryDays.size(); i++) {
                checkDays(retryDays.get(i), "/retryDays/" + i, errors);
            }
            if (stages != null && stages.stream().map(Stage::stage).distinct().count() < stages.size()) {
                errors.add(new FieldError("/stages", "must have names of their own"));
            }
            if ((stages == null || stages.isEmpty()) && (retryDays == null || retryDays.isEmpty())) {
                errors.add(new FieldError("/stages", "a policy does at least one thing"));
            }
            if (!errors.isEmpty()) {
                throw new Invalid(errors);
            }
        }

        private static void checkStage(Stage stage, String at, List<FieldError> errors) {
            checkDays(stage.daysOverdue(), at + "/daysOverdue", errors);
            if (stage.stage() == null || !stage.stage().matches("[A-Za-z0-9_-]{1,40}")) {
                errors.add(new FieldError(at + "/stage", "must be a short name"));
            }
            if (stage.act() == null) {
                errors.add(new FieldError(at + "/act", "is required"));
            }
        }

        private static void checkDays(Integer days, String at, List<FieldError> errors) {
            if (days == null || days < 1 || days > LATEST) {
                errors.add(new FieldError(at, "must be from 1 to " + LATEST));
            }
        }
    }

    /** A published version. */
    public record PolicyView(
            String policyId,
            int version,
            String legalEntityId,
            String segment,
            LocalDate validFrom,
            LocalDate validTo,
            List<Stage> steps) {

        static PolicyView of(DunningPolicy policy) {
            return new PolicyView(
                    policy.policyId(),
                    policy.version(),
                    policy.legalEntityId(),
                    policy.segment(),
                    policy.validFrom(),
                    policy.validTo(),
                    policy.steps().stream()
                            .map(step -> new Stage(step.stage(), step.daysOverdue(), step.act()))
                            .toList());
        }
    }

    /** What was done. */
    public record ActView(String stage, Act act, LocalDate doneOn) {}

    /** A case. */
    public record CaseView(
            UUID invoiceId,
            String legalEntityId,
            UUID agreementId,
            String policyId,
            int policyVersion,
            DunningCase.State state,
            LocalDate dueDate,
            LocalDate nextOn,
            LocalDate pausedOn,
            LocalDate suspendedOn,
            List<ActView> acts) {

        static CaseView of(DunningCase dunned, List<ActView> acts) {
            return new CaseView(
                    dunned.invoiceId(),
                    dunned.legalEntityId(),
                    dunned.agreementId(),
                    dunned.policyId(),
                    dunned.policyVersion(),
                    dunned.state(),
                    dunned.dueDate(),
                    dunned.nextOn(),
                    dunned.pausedOn(),
                    dunned.suspendedOn(),
                    acts);
        }
    }
}
