package io.counterfoil.common.db;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A transaction of which nothing stays once it was refused. It belongs to
 * {@code @Transactional(dontRollbackOn = Refusal.class)}, as {@link UndoRefused} explains.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface UndoneByRefusal {}
