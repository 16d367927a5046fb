package io.counterfoil.common.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.regex.Pattern;

/** A name says what a thing is in the business, not that it is a thing. */
final class NameRules {
    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "(Default|Abstract|Base)[A-Z].*|.*(Impl|Manager|Helper|Utils?|Service|Info|Data|Processor)");

    static final HouseRule NO_EMPTY_WORDS = HouseRule.of(
            "no class is called Impl, Manager, Helper, Util, Service, Info, Data, Processor, Default, Abstract or Base",
            noClasses().should(Conditions.be(describe("named by an empty word", type -> EMPTY_WORDS
                    .matcher(type.getSimpleName())
                    .matches()))));

    static final List<HouseRule> ALL = List.of(NO_EMPTY_WORDS);

    private NameRules() {}
}
