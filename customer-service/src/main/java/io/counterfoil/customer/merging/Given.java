package io.counterfoil.customer.merging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.reference.TaxRegistration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** What a merge gave to the survivor. */
final class Given {

    private static final String TAX = "taxRegistrations";

    private Given() {}

    /** What the merge gave goes, unless somebody has said otherwise since; of tax ids each by itself. */
    static Attributes without(Merge merge, Attributes now) {
        ObjectNode said = now.document();
        ObjectNode result = said.deepCopy();
        Iterator<String> names = merge.survivorAfter().fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            JsonNode given = merge.survivorAfter().get(name);
            JsonNode before = merge.survivorBefore().get(name);
            if (!name.equals(TAX) && !Objects.equals(given, before) && Objects.equals(given, said.get(name))) {
                if (before == null) {
                    result.remove(name);
                } else {
                    result.set(name, before);
                }
            }
        }
        return Json.read(result, Attributes.class).with(without(merge, now.taxRegistrations()));
    }

    private static List<TaxRegistration> without(Merge merge, List<TaxRegistration> now) {
        List<TaxRegistration> before = registrations(merge.survivorBefore());
        List<TaxRegistration> given = registrations(merge.survivorAfter()).stream()
                .filter(each -> before.stream().noneMatch(each::isSameNumberAs))
                .toList();
        return now.stream()
                .filter(each -> given.stream().noneMatch(each::isSameNumberAs))
                .toList();
    }

    private static List<TaxRegistration> registrations(JsonNode attributes) {
        return Json.read(attributes, Attributes.class).taxRegistrations();
    }
}
