package io.counterfoil.order.callback;

import java.util.List;

/**
 * Somebody who wants to be told.
 *
 * @param processes of which; all where it is empty
 */
record Callback(String name, List<String> processes) {

    boolean wants(String process) {
        return processes.isEmpty() || processes.contains(process);
    }

    String endpoint() {
        return endpoint(name);
    }

    static String endpoint(String name) {
        return "callback:" + name;
    }
}
