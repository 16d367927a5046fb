package io.counterfoil.common.samples.good.post;

import io.counterfoil.common.samples.good.letter.LetterSent;

/** A step: it talks to another system, and so is no use case. */
class CarryLetter {
    private final Carrier carrier;

    CarryLetter(Carrier carrier) {
        this.carrier = carrier;
    }

    void run(LetterSent letter) {
        carrier.carry(letter.letterNumber());
    }
}
