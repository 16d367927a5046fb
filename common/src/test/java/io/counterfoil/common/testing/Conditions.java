package io.counterfoil.common.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Turns what is true of one element into a condition with a message that names the element. */
final class Conditions {
    private Conditions() {}

    static <T extends HasName.AndFullName> ArchCondition<T> be(DescribedPredicate<? super T> predicate) {
        return new ArchCondition<T>("be " + predicate.getDescription()) {
            @Override
            public void check(T item, ConditionEvents events) {
                boolean holds = predicate.test(item);
                String is = holds ? " is " : " is not ";
                events.add(new SimpleConditionEvent(item, holds, item.getFullName() + is + predicate.getDescription()));
            }
        };
    }
}
