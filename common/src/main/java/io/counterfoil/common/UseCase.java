package io.counterfoil.common;

import io.counterfoil.common.db.UndoneByRefusal;
import io.counterfoil.common.http.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One thing that the business does, named by a verb, with one method {@code handle}, which is the database transaction.
 *
 * <p>A use case makes no remote call; what it has to tell others it puts into the outbox.
 */
@Stereotype
@Dependent
@Transactional(dontRollbackOn = Refusal.class)
@UndoneByRefusal
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {}
