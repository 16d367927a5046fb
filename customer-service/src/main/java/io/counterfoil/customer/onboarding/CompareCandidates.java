package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.matching.Candidate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Puts each candidate beside what is said. */
@Dependent
class CompareCandidates {

    private final GoldenRecords records;

    @Inject
    CompareCandidates(GoldenRecords records) {
        this.records = records;
    }

    List<ReviewJson.Side> sides(Review review) {
        List<GoldenRecord> known = records.list(
                review.candidates().stream().map(Candidate::customerId).toList());
        List<ReviewJson.Side> sides = new ArrayList<>();
        for (Candidate candidate : review.candidates()) {
            known.stream()
                    .filter(each -> each.customerId().equals(candidate.customerId()))
                    .forEach(each -> sides.add(new ReviewJson.Side(candidate, each, differences(review.said(), each))));
        }
        return sides;
    }

    private static List<String> differences(JsonNode said, GoldenRecord known) {
        JsonNode ours = Json.strict().valueToTree(known);
        List<String> names = new ArrayList<>();
        Iterator<String> all = said.fieldNames();
        while (all.hasNext()) {
            String name = all.next();
            if (!said.get(name).isNull() && !said.get(name).equals(ours.get(name))) {
                names.add(name);
            }
        }
        Collections.sort(names);
        return names;
    }
}
