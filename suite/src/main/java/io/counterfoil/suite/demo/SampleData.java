package io.counterfoil.suite.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the demo; they speak of a year that is known only when it is played. */
record SampleData(int year) {

    String text(String file) {
        try (InputStream in = SampleData.class.getResourceAsStream("/demo/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{Y}", Integer.toString(year))
                    .replace("{Y1}", Integer.toString(year + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String file) {
        return Json.read(text(file));
    }

    Scenes scenes() {
        return read("scenes.json", Scenes.class);
    }

    /** What becomes of contracts after they were signed. */
    Scenes processes() {
        return read("processes.json", Scenes.class);
    }

    Script script() {
        return read("script.json", Script.class);
    }

    private <T> T read(String file, Class<T> type) {
        try {
            return Json.MAPPER.readValue(text(file), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
