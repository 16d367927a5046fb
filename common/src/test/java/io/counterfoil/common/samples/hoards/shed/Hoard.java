package io.counterfoil.common.samples.hoards.shed;

import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;

@Dependent
class Hoard {
    private final List<String> seen = new ArrayList<>();
    private final String name = "hoard";
    private int count;

    String take(String what) {
        seen.add(what);
        count++;
        return name + count;
    }
}
