package io.counterfoil.common.db;

import io.counterfoil.common.http.Refusal;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Undoes what was refused. Whatever exception makes the server itself roll back, it takes for a fault of the program and files
 * with its stack; a refusal is an answer. So the server is told to let refusals pass, and this, inside of the transaction,
 * sees to it that it ends by a rollback.
 */
@UndoneByRefusal
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class UndoRefused {

    @Resource
    TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object undo(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Refusal refused) {
            transaction.setRollbackOnly();
            throw refused;
        }
    }
}
