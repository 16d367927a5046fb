package io.counterfoil.common.samples.transactions.act;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class LooseMethod {
    @Transactional
    void change() {
        toString();
    }
}
