package io.counterfoil.common.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server would commit what was refused, were a transaction told to let refusals pass and nothing more. */
class UndoneByRefusalTest {

    @Test
    void who_lets_refusals_pass_undoes_them() {
        List<AnnotatedElement> transactions = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.counterfoil.common").stream()
                        .map(type -> type.reflect())
                        .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods())))
                        .map(AnnotatedElement.class::cast)
                        .filter(element -> element.isAnnotationPresent(Transactional.class))
                        .toList();
        assertThat(transactions).contains(UseCase.class).allSatisfy(element -> assertThat(
                        element.isAnnotationPresent(UndoneByRefusal.class))
                .isEqualTo(List.of(element.getAnnotation(Transactional.class).dontRollbackOn())
                        .contains(Refusal.class)));
    }

    @Test
    void a_refusal_goes_on_to_the_caller_and_nothing_of_its_transaction_stays() {
        List<String> told = new ArrayList<>();
        UndoRefused undo = new UndoRefused();
        undo.transaction = proxy(TransactionSynchronizationRegistry.class, told, null);
        InvocationContext refused = proxy(InvocationContext.class, new ArrayList<>(), new NotFound("order", "1"));
        assertThatThrownBy(() -> undo.undo(refused)).isInstanceOf(NotFound.class);
        assertThat(told).containsExactly("setRollbackOnly");
    }

    private static <T> T proxy(Class<T> type, List<String> told, RuntimeException thrown) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            told.add(method.getName());
            if (thrown != null) {
                throw thrown;
            }
            return null;
        }));
    }
}
