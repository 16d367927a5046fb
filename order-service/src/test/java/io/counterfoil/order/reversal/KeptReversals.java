package io.counterfoil.order.reversal;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Keeps reversals as a persistence context would. */
final class KeptReversals {

    private KeptReversals() {}

    static EntityManager kept() {
        Map<Object, Object> all = new HashMap<>();
        return (EntityManager) Proxy.newProxyInstance(
                KeptReversals.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (self, method, with) -> {
                    switch (method.getName()) {
                        case "persist" -> all.put(((Reversal) with[0]).reversalId(), with[0]);
                        case "find" -> {
                            return all.get(with[1]);
                        }
                        case "flush" -> {}
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }
}
