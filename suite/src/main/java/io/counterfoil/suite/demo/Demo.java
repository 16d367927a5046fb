package io.counterfoil.suite.demo;

import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Plays the scenario on a running, empty stack, shows what came of it, and says whether it is what was expected. */
public final class Demo {

    private final Access access;
    private final Screen screen;
    private final Checks checks = new Checks();

    public Demo(Access access, PrintWriter out) {
        this.access = access;
        this.screen = new Screen(out);
    }

    /** True when every transaction ended as the scenario says and the drift is zero. */
    public boolean play(Path report) {
        BusinessTime time = access.time();
        FirstDay first = FirstDay.after(time.now());
        SampleData data = new SampleData(first.year());
        Scenario scenario = data.scenario();
        Books books = new Books(access);
        Crm crm = new Crm(access.anonymous(Endpoint.SALESFORCE));
        Played played = new Played(books, crm);
        screen.heading(
                "The scenario: " + scenario.transactions().size() + " business transactions in three legal entities");
        screen.act("the business clock goes to " + first.date(), () -> first.comes(time));
        screen.act(
                "reference data is loaded by the public APIs",
                () -> new ReferenceData(access, data.json("reference.json")).load(time));
        screen.act("the CRM has its accounts and opportunities", () -> crm.fill(data.text("crm.json")));
        acts(new Play(scenario, books, crm, played, access), first);
        return conclude(scenario, books, crm, played, first, report);
    }

    private void acts(Play play, FirstDay first) {
        screen.act("deals are won: orders, invoices, journal entries", play::dealsAreWon);
        screen.act("a customer whom we know comes with another account", play::knownCustomersComeAgain);
        screen.act("the missing mapping is given, the exception replayed", () -> play.causesAreMended(checks));
        screen.act("an order is cancelled before its start", play::ordersAreCancelled);
        screen.act("customers pay", play::customersPay);
        screen.act("a month passes: billing, activation, recognition", () -> play.monthPasses(first));
    }

    private boolean conclude(Scenario scenario, Books books, Crm crm, Played played, FirstDay first, Path report) {
        List<Outcome> outcomes = new Examination(scenario, books, crm, played).outcomes();
        Proof proof = new Proof(scenario, books.trialBalances(), books.reconcile(), crm.contradictions());
        proof.examine(checks);
        boolean good = checks.failed().isEmpty() && outcomes.stream().allMatch(Outcome::asTheScenarioSays);
        screen.outcomes(outcomes);
        screen.trialBalances(proof.trialBalances());
        screen.reconciliation(scenario, proof);
        screen.failures(checks.failed());
        new Report(
                        good,
                        first.date().toString(),
                        first.date().plusMonths(1).toString(),
                        outcomes.stream().map(Report.Line::of).toList(),
                        proof.trialBalances(),
                        proof.reconciliation(),
                        checks.all())
                .write(report);
        verdict(good, outcomes);
        return good;
    }

    private void verdict(boolean good, List<Outcome> outcomes) {
        long right = outcomes.stream().filter(Outcome::asTheScenarioSays).count();
        screen.out()
                .printf(
                        "%n%s %d of %d transactions ended as the scenario says; %d of %d other comparisons hold%n",
                        Screen.mark(good),
                        right,
                        outcomes.size(),
                        checks.all().size() - checks.failed().size(),
                        checks.all().size());
        screen.out().flush();
    }
}
