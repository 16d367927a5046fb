package io.counterfoil.common.samples.good.letter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
class Letter {
    @Id
    private UUID id;

    @Version
    private long version;

    private String text;

    protected Letter() {}

    Letter(UUID id, String text) {
        this.id = id;
        this.text = text;
    }

    LetterSent send(String number) {
        text = text.strip();
        return new LetterSent(id.toString(), number, text);
    }
}
