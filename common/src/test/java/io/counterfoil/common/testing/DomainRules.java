package io.counterfoil.common.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;

/** The domain decides; it reads no clock, no database and no wire, and changes only by a verb. */
final class DomainRules {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    static final HouseRule PURE = HouseRule.of(
            "domain classes use no EntityManager, database, messaging or HTTP",
            noClasses()
                    .that(not(Kinds.BEAN))
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "jakarta\\.persistence\\.EntityManager|java\\.sql\\..*|javax\\.sql\\..*|jakarta\\.jms\\..*"
                                    + "|jakarta\\.ws\\.rs\\.(client|core)\\..*|java\\.net\\.http\\..*|org\\.apache\\.activemq\\..*"
                                    + "|io\\.counterfoil\\.common\\.(db\\.Database|event\\.Outbox|event\\.Inbox)"));

    static final HouseRule NO_SYSTEM_CLOCK = HouseRule.of(
            "nobody asks the system clock: business dates come from BusinessClock, technical times from a Clock",
            noClasses()
                    .should()
                    .callCodeUnitWhere(describe("it reads the system clock", DomainRules::readsSystemClock)));

    static final HouseRule NO_SETTERS = HouseRule.of(
            "no setters: a change is a verb",
            noMethods().should(Conditions.be(describe("a setter", DomainRules::isSetter))));

    static final HouseRule NO_PUBLIC_FIELDS = HouseRule.of(
            "no public fields but constants",
            noFields()
                    .should()
                    .bePublic()
                    .andShould(Conditions.be(describe(
                            "changeable or of an instance",
                            field -> !field.getModifiers().contains(JavaModifier.STATIC)
                                    || !field.getModifiers().contains(JavaModifier.FINAL)))));

    static final HouseRule VERSIONED = HouseRule.of(
            "entities carry @Version",
            classes().that(Kinds.ENTITY).should(Conditions.be(describe("versioned", DomainRules::isVersioned))));

    static final List<HouseRule> ALL = List.of(PURE, NO_SYSTEM_CLOCK, NO_SETTERS, NO_PUBLIC_FIELDS, VERSIONED);

    private DomainRules() {}

    private static boolean readsSystemClock(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean withoutClock = target.getRawParameterTypes().stream()
                .noneMatch(type -> type.getName().equals("java.time.Clock"));
        return CLOCKS.contains(owner) && target.getName().equals("now") && withoutClock
                || owner.equals("java.time.Clock") && target.getName().startsWith("system")
                || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis")
                || owner.equals("java.util.Date")
                        && target.getRawParameterTypes().isEmpty();
    }

    private static boolean isSetter(JavaMethod method) {
        return method.getName().matches("set[A-Z].*")
                && method.getRawParameterTypes().size() == 1;
    }

    private static boolean isVersioned(JavaClass entity) {
        return entity.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith("jakarta.persistence.Version"));
    }
}
