package io.counterfoil.suite.demo;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;

/** Who agrees to what another person proposed, where two people must want it. */
public record SecondPerson(Access access) {
    private static final String NEEDED_FOR = "/v1/(posting-rules|products|product-mappings)/.*";

    /** Approves what was put there; what stands already needs nobody. Returns how many calls it took. */
    public int approve(Endpoint service, String path) {
        if (!path.matches(NEEDED_FOR)) {
            return 0;
        }
        Api second = access.client(service, "controller");
        if (second.get(path).ok().json().path("state").asText().equals("PROPOSED")) {
            second.post(path + "/approval", null).ok();
        }
        return 1;
    }
}
