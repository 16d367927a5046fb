package io.counterfoil.billing.usage;

import io.counterfoil.billing.usage.UsageJson.Answer;
import io.counterfoil.billing.usage.UsageJson.RecordAnswer;
import io.counterfoil.common.audit.KeepsTrail;
import io.counterfoil.common.http.BodyLimit;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** The door for what was used. Whose orders a partner placed is not known here, so it has no key to it. */
@Path("/v1/usage")
@RequestScoped
public class UsageResource {

    private static final int SIXTEEN_MIB = 16 * 1024 * 1024;

    @Inject
    KeepUsage usage;

    /** Takes one record, an array of them, or one in each line. Each record's own key makes a repeat harmless. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR})
    @BodyLimit(SIXTEEN_MIB)
    @KeepsTrail
    public Answer post(byte[] body) {
        int[] count = new int[Outcome.Kind.values().length];
        List<RecordAnswer> answers = new ArrayList<>();
        UsageReader.read(body, chunk -> usage.keep(chunk).forEach(outcome -> {
            count[outcome.kind().ordinal()]++;
            answers.add(RecordAnswer.of(outcome));
        }));
        return new Answer(
                count[Outcome.Kind.ACCEPTED.ordinal()],
                count[Outcome.Kind.DUPLICATE.ordinal()],
                count[Outcome.Kind.REFUSED.ordinal()],
                answers);
    }
}
