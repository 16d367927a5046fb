package io.counterfoil.order.platform;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The product platform does not set up what was sold; its own code and words say why. */
public final class RefusedByPlatform extends Refusal {

    private final boolean lastWord;

    public RefusedByPlatform(String reasonCode, String words, boolean lastWord) {
        super(
                409,
                TroubleClass.DOWNSTREAM_REFUSED,
                "The product platform refuses (" + reasonCode + "): " + words,
                lastWord
                        ? "Nothing mends it: the order is taken back by itself."
                        : "Have the platform accept it, then replay; a waiver takes the order back.");
        this.lastWord = lastWord;
    }

    /** True where the platform will never do it. */
    public boolean isLastWord() {
        return lastWord;
    }
}
