package io.counterfoil.common.together;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An idempotent POST that may be done together with others of the same operation that wait at the same moment: keys, effects,
 * trail and answers of all are one transaction. Where that fails, for whatever reason, each is done alone, as if this were not here.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Together {

    /** Who does a set of them. */
    @Nonbinding
    @SuppressWarnings("rawtypes")
    Class<? extends InSets> value();
}
