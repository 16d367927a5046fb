package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Scenario;
import io.counterfoil.suite.stack.Stack;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/** Plays the script on a running, empty stack, shows what came of it, and says whether it is what was worked out by hand. */
public final class Demo implements Scenario {

    @Override
    public boolean play(Stack stack, Consumer<String> out, Path report) {
        return play(stack.access(), new Screen(out), report);
    }

    private boolean play(Access access, Screen screen, Path report) {
        BusinessTime time = access.time();
        FirstDay first = FirstDay.after(time.now());
        SampleData data = new SampleData(first.year());
        Script script = data.script();
        Books books = new Books(access);
        Crm crm = new Crm(access.anonymous(Endpoint.SALESFORCE));
        Played played = new Played(books, crm);
        Checks checks = new Checks();
        screen.heading(script.transactions().size() + " business transactions in three legal entities");
        try {
            prepare(access, screen, time, first, data, crm);
            acts(new Play(script, books, crm, played, access), first, checks, screen);
        } catch (RuntimeException stuck) {
            screen.stuck(stuck, script, played);
            Report.stuck(first, stuck).write(report);
            return false;
        }
        List<Outcome> outcomes = new Examination(script, books, crm, played).outcomes();
        Proof proof = new Proof(script, books.trialBalances(), books.reconcile(), crm.contradictions());
        proof.examine(checks);
        MonthEnd monthEnd = MonthEnd.of(books, script, YearMonth.from(first.date()));
        monthEnd.examine(checks);
        screen.show(script, outcomes, proof, monthEnd, checks);
        screen.heading(
                "The life of a subscription: " + data.scenes().scenes().size() + " scenes in a fourth legal entity");
        boolean lived = live(access, data.scenes(), screen, books, crm, checks);
        if (lived) {
            screen.heading("Quotes, amendments, returns, compensation, renewals: "
                    + data.processes().scenes().size() + " processes");
            lived = live(access, data.processes(), screen, books, crm, checks);
        }
        if (!lived) {
            Report.of(first, outcomes, proof, monthEnd, checks).write(report);
            return false;
        }
        Report result = Report.of(first, outcomes, proof, monthEnd, checks);
        result.write(report);
        return result.asTheScriptSays();
    }

    /** Goes on with scenes; what was compared is among the checks. False when it could not. */
    private static boolean live(Access access, Scenes scenes, Screen screen, Books books, Crm crm, Checks checks) {
        Checks here = new Checks();
        try {
            if (!scenes.reference().isEmpty()) {
                screen.act("its reference data is loaded", () -> new ReferenceData(access, scenes.reference())
                        .load(access.time()));
            }
            ScenePlay play = new ScenePlay(access, here);
            scenes.scenes().forEach(scene -> screen.act(scene.title(), () -> play.play(scene)));
            new Proof(scenes.books(), only(scenes, books.trialBalances()), books.reconcile(), crm.contradictions())
                    .examine(here);
        } catch (RuntimeException stuck) {
            screen.line("  ✗ %s", stuck.getMessage());
            screen.comparisons(here);
            checks.holds("the scenes come to their end: " + stuck.getMessage(), false);
            return false;
        }
        screen.comparisons(here);
        here.all().forEach(checks::add);
        return true;
    }

    private static JsonNode only(Scenes scenes, JsonNode trialBalances) {
        ArrayNode own = Json.MAPPER.createArrayNode();
        trialBalances.forEach(balance -> scenes.books().trialBalances().stream()
                .filter(books ->
                        books.entity().equals(balance.path("legalEntityId").asText()))
                .forEach(books -> own.add(balance)));
        return own;
    }

    private static void prepare(
            Access access, Screen screen, BusinessTime time, FirstDay first, SampleData data, Crm crm) {
        screen.act("the business clock goes to " + first.date(), () -> first.comes(time));
        screen.act(
                "reference data is loaded by the public APIs",
                () -> new ReferenceData(access, data.json("reference.json")).load(time));
        screen.act("the CRM has its accounts and opportunities", () -> crm.fill(data.text("crm.json")));
    }

    private static void acts(Play play, FirstDay first, Checks checks, Screen screen) {
        screen.act("deals are won: orders, invoices, journal entries", play::dealsAreWon);
        screen.act("a customer whom we know comes with another account", play::knownCustomersComeAgain);
        screen.act("a refused deal is mended at the workbench: mapped, replayed", () -> play.causesAreMended(checks));
        screen.act("an order is cancelled before its start", play::ordersAreCancelled);
        screen.act("customers pay", play::customersPay);
        screen.act("money without a name finds its invoice", () -> play.moneyFindsItsPlace(checks));
        screen.act("a month passes: billing, activation, recognition", () -> play.monthPasses(first));
    }
}
