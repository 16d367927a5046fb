package io.counterfoil.common.samples.transactions.act;

import io.counterfoil.common.UseCase;

@UseCase
class AskOutside {
    private final Middle middle = new Middle();

    void handle() {
        middle.ask();
    }
}
