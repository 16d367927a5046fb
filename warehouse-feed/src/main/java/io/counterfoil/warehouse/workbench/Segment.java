package io.counterfoil.warehouse.workbench;

import io.counterfoil.common.http.NotFound;

/** A name that may stand in a path as it is. */
final class Segment {

    private Segment() {}

    static String of(String name) {
        if (!name.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new NotFound("name", name);
        }
        return name;
    }
}
