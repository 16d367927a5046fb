package io.counterfoil.common.http;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that changes something and honours {@code Idempotency-Key}: the key's row, the effect and the kept answer are one
 * transaction. Same key and body: the first answer again with {@code Idempotency-Hit: true}. Same key, other body: 422.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Whether a request without a key is refused (400); so on everything that moves money. */
    @Nonbinding
    boolean required() default false;
}
