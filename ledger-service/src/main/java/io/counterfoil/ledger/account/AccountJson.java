package io.counterfoil.ledger.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An account as it travels. */
public record AccountJson(
        String legalEntityId,
        String code,
        String name,
        AccountType type,
        Side normalSide,
        ControlKind controlKind,
        long version) {

    /** What became of the accounts of a table. */
    public record Imported(int opened, int renamed, int unchanged) {}

    /** What may be told of an account; the normal side follows from the type when it is left out. */
    public record Request(
            @NotNull @Size(min = 1, max = 200) String name,
            @NotNull AccountType type,
            Side normalSide,
            ControlKind controlKind) {

        Side side() {
            return normalSide == null ? type.normalSide() : normalSide;
        }
    }
}
