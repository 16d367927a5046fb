package io.counterfoil.common.audit;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The call changes something and is kept in the audit trail. Nobody writes it: {@link RecordEveryChange} does. */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface Recorded {

    /** The annotation as a value. */
    final class Literal extends AnnotationLiteral<Recorded> implements Recorded {
        private static final long serialVersionUID = 1L;
        static final Literal ONE = new Literal();
    }
}
