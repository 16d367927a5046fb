package io.counterfoil.common.testing;

import java.lang.reflect.Field;
import java.util.Optional;

/** The type of a fact, and the name of its contract files. */
final class FactType {
    private static final String PREFIX = "io\\.counterfoil\\.[a-z]+\\.";

    private FactType() {}

    static Optional<String> of(Class<?> fact) {
        try {
            Field type = fact.getDeclaredField("TYPE");
            type.setAccessible(true);
            return Optional.of((String) type.get(null));
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code io.counterfoil.billing.invoice.issued.v1} lies in {@code invoice-issued.v1.*}. */
    static String fileName(String type) {
        String words = type.replaceFirst(PREFIX, "");
        int version = words.lastIndexOf(".v");
        return words.substring(0, version).replace('.', '-') + words.substring(version);
    }
}
