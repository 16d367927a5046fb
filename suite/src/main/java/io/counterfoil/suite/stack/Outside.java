package io.counterfoil.suite.stack;

import java.util.Map;

/** Who we are in the outside systems that the twins stand for; invented, and no secrets. */
final class Outside {
    static final Map<String, String> SALESFORCE_IDENTITY = Map.of(
            "SALESFORCE_CLIENT_ID", "counterfoil-local",
            "SALESFORCE_USERNAME", "integration@counterfoil.example",
            "SALESFORCE_ORGANIZATION_ID", "00D000000000001EAA");

    static final String GATEWAY_API_KEY = "sk_test_counterfoil";
    static final String PLATFORM_KEY = "platform-local";

    private Outside() {}
}
