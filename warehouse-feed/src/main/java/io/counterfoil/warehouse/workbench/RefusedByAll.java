package io.counterfoil.warehouse.workbench;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.warehouse.part.Reply;
import java.util.List;
import java.util.stream.StreamSupport;

/** No service takes what was asked of all: then it was asked wrongly, and the first one says how. */
final class RefusedByAll extends Refusal {

    private final List<FieldError> errors;

    private RefusedByAll(Reply first) {
        super(
                first.status(),
                TroubleClass.DOWNSTREAM_REFUSED,
                first.part().service() + ": " + first.body().path("detail").asText(),
                first.body().path("remedy").asText("Correct the request."));
        this.errors = StreamSupport.stream(first.body().path("errors").spliterator(), false)
                .map(error -> new FieldError(
                        error.path("pointer").asText(), error.path("detail").asText()))
                .toList();
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }

    static void check(List<Reply> replies) {
        if (replies.stream().allMatch(reply -> reply.status() / 100 == 4)) {
            throw new RefusedByAll(replies.get(0));
        }
    }
}
