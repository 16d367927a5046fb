package io.counterfoil.common.samples.transactions.act;

import io.counterfoil.common.UseCase;

@UseCase
class TwoWays {
    void handle() {
        alsoThis();
    }

    void alsoThis() {
        toString();
    }
}
