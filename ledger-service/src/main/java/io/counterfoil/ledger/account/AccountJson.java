package io.counterfoil.ledger.account;

import io.counterfoil.common.http.Invalid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An account as it travels.
 *
 * @param validFrom first posting date on which it may be posted to; null for ever before
 * @param validTo first posting date on which it may no longer be; null for ever after
 */
public record AccountJson(
        String legalEntityId,
        String code,
        String name,
        AccountType type,
        Side normalSide,
        ControlKind controlKind,
        LocalDate validFrom,
        LocalDate validTo,
        long version) {

    /** What became of the accounts of a table. */
    public record Imported(int opened, int renamed, int unchanged) {}

    /** What may be told of an account; the normal side follows from the type when it is left out. */
    public record Request(
            @NotNull @Size(min = 1, max = 200) String name,
            @NotNull AccountType type,
            Side normalSide,
            ControlKind controlKind,
            LocalDate validFrom,
            LocalDate validTo) {

        void check() {
            if (validFrom != null && validTo != null && !validTo.isAfter(validFrom)) {
                throw new Invalid("/validTo", "must be after validFrom");
            }
        }

        Side side() {
            return normalSide == null ? type.normalSide() : normalSide;
        }
    }
}
