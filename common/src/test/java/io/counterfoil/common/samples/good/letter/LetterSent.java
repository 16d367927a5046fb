package io.counterfoil.common.samples.good.letter;

import io.counterfoil.common.event.Fact;

public record LetterSent(String letterId, String letterNumber, String text) implements Fact {
    static final String TYPE = "io.counterfoil.good.letter.sent.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return letterId;
    }

    @Override
    public String partitionKey() {
        return letterId;
    }
}
