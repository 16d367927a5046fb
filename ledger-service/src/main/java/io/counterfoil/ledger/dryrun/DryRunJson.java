package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.journal.JournalEntryJson;
import io.counterfoil.ledger.postingrule.Purpose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a rule would have made of what happened.
 *
 * @param tried how many events; the newest first, as many as were asked for
 * @param more whether more happened in that time than was tried
 * @param missing events that the archive doesn't have (yet)
 * @param accounts what each account would have moved, debits less credits, where that differs
 * @param entries those that differ
 */
public record DryRunJson(
        String ruleId,
        long version,
        String legalEntityId,
        Purpose purpose,
        LocalDate from,
        LocalDate to,
        int tried,
        int same,
        int different,
        int newlyPosted,
        int refused,
        int missing,
        boolean more,
        List<Account> accounts,
        List<Entry> entries) {

    /** Which events to try the rule on, by their effective dates. */
    public record Request(@Min(1) Long version, LocalDate from, LocalDate to, @Min(1) @Max(1000) Integer limit) {}

    /** What an account moved, and what it would have moved. */
    public record Account(String account, String name, Money posted, Money wouldPost, Money difference) {}

    /** How an event came out. */
    public enum Outcome {
        DIFFERENT,
        NEWLY_POSTED,
        REFUSED
    }

    /**
     * An event that would be posted otherwise.
     *
     * @param refusal why the rule can't post it, in words
     */
    public record Entry(
            Outcome outcome,
            UUID eventId,
            String entryNumber,
            String documentNumber,
            LocalDate effectiveDate,
            String refusal,
            List<JournalEntryJson.Posting> posted,
            List<JournalEntryJson.Posting> wouldPost) {}
}
