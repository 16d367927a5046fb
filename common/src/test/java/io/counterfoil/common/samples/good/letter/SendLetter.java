package io.counterfoil.common.samples.good.letter;

import io.counterfoil.common.UseCase;
import java.util.UUID;

@UseCase
class SendLetter {
    LetterSent handle(String text) {
        return new Letter(new UUID(0, 1), text).send("L-000001");
    }
}
