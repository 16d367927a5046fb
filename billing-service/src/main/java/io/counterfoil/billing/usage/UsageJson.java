package io.counterfoil.billing.usage;

import java.util.List;

/** Usage on the wire. */
public final class UsageJson {

    private UsageJson() {}

    /**
     * What became of each record, in the order in which they came.
     *
     * @param accepted how many were new and are kept
     * @param duplicates how many were there already
     * @param refused how many are wrong; each says why
     */
    public record Answer(int accepted, int duplicates, int refused, List<RecordAnswer> records) {}

    /** One record's answer: ACCEPTED, DUPLICATE or REFUSED. */
    public record RecordAnswer(String key, String outcome, String code, String reason) {
        static RecordAnswer of(Outcome outcome) {
            return new RecordAnswer(outcome.key(), outcome.kind().name(), outcome.code(), outcome.reason());
        }
    }
}
