package io.counterfoil.suite.chaos.crash;

/** One rule in the agent's language. */
record Rule(String name, String type, String method, String where, String condition, String action) {

    /** Ends the process, as a kill -9 would, the nth time that it comes by. */
    static String kill(String name, String type, String method, String where, String condition, int nth) {
        String counted = condition + " AND incrementCounter(\"" + name + "\") == " + nth;
        return new Rule(name, type, method, where, counted, "killJVM()").text();
    }

    String text() {
        return """
                RULE %s
                CLASS %s
                METHOD %s
                %s
                IF %s
                DO %s
                ENDRULE
                """
                .formatted(name, type, method, where, condition, action);
    }
}
