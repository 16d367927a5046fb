package io.counterfoil.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the attributes of every event must look like: CloudEvents 1.0.2 and our extensions. */
final class EnvelopeRules {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String NUMBER = "[1-9][0-9]*";
    private static final Pattern TYPE =
            Pattern.compile("io\\.counterfoil\\.([a-z]+)\\.([a-z-]+\\.[a-z-]+)\\.v([1-9][0-9]*)");
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();
    private static final Map<String, String> OPTIONAL = new LinkedHashMap<>();

    static {
        REQUIRED.put("specversion", "1\\.0");
        REQUIRED.put("id", UUID);
        REQUIRED.put("type", TYPE.pattern());
        REQUIRED.put("source", "/[a-z]+");
        REQUIRED.put("subject", ".+");
        REQUIRED.put("time", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        REQUIRED.put("datacontenttype", "application/json");
        REQUIRED.put("dataschema", "urn:counterfoil:[a-z]+:[a-z-]+:v[1-9][0-9]*");
        REQUIRED.put("correlationid", UUID);
        REQUIRED.put("sequence", NUMBER);
        REQUIRED.put("position", NUMBER);
        REQUIRED.put("partitionkey", ".+");
        OPTIONAL.put("causationid", UUID);
        OPTIONAL.put("legalentity", ".+");
        OPTIONAL.put("actor", ".+");
        OPTIONAL.put("traceparent", "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    private EnvelopeRules() {}

    static List<String> complaints(JsonNode event) {
        List<String> found = new ArrayList<>();
        REQUIRED.forEach((name, form) -> {
            if (!event.has(name)) {
                found.add("attribute " + name + " is missing");
            }
        });
        event.fieldNames().forEachRemaining(name -> checkAttribute(event, name, found));
        checkAgreement(event, found);
        return found;
    }

    private static void checkAttribute(JsonNode event, String name, List<String> found) {
        String form = REQUIRED.getOrDefault(name, OPTIONAL.get(name));
        if (form == null) {
            if (!name.equals("data")) {
                found.add("attribute " + name + " is none of ours");
            }
        } else if (!event.get(name).asText().matches(form)) {
            found.add("attribute " + name + " is " + event.get(name) + ", not " + form);
        }
    }

    /** Type, source and schema name the same context, noun and version. */
    private static void checkAgreement(JsonNode event, List<String> found) {
        var type = TYPE.matcher(event.path("type").asText());
        if (!type.matches()) {
            return;
        }
        String schema =
                "urn:counterfoil:" + type.group(1) + ":" + type.group(2).replace('.', '-') + ":v" + type.group(3);
        if (!event.path("source").asText().equals("/" + type.group(1))) {
            found.add("source " + event.path("source") + " is not the context of the type");
        }
        if (!event.path("dataschema").asText().equals(schema)) {
            found.add("dataschema " + event.path("dataschema") + " should be " + schema);
        }
    }
}
