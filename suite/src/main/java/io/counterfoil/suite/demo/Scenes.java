package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A fourth legal entity and the life of its subscriptions, after the month of the script.
 *
 * @param reference what the services must know first, in the form of {@link ReferenceData}
 * @param books what its books must say at the end
 */
record Scenes(JsonNode reference, List<Scene> scenes, Script books) {}
