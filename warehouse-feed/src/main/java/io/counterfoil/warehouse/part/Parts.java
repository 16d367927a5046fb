package io.counterfoil.warehouse.part;

import io.counterfoil.common.trace.Correlation;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks parts, many at a time. Not for use within a transaction. */
@ApplicationScoped
public class Parts {

    @Inject
    Instance<Guarded> guarded;

    @Resource
    ManagedExecutorService threads;

    /** The answer to one question. */
    public Reply ask(Question question) {
        return guarded.stream()
                .filter(one -> one.part() == question.part())
                .findFirst()
                .orElseThrow()
                .ask(question);
    }

    /** The answers to all, in the order of the questions; as slow as the slowest. */
    public List<Reply> askAll(List<Question> questions) {
        Correlation here = Correlation.current();
        List<CompletableFuture<Reply>> asked = questions.stream()
                .map(question ->
                        CompletableFuture.supplyAsync(() -> Correlation.within(here, () -> ask(question)), threads))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }
}
