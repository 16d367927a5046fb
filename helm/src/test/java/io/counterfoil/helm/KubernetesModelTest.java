package io.counterfoil.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examination itself is examined: it must see what it is there for. */
class KubernetesModelTest {

    private static final String GOOD =
            """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: a}
            spec: {maxUnavailable: 1, selector: {matchLabels: {a: b}}}
            """;

    @Test
    void a_right_manifest_passes() {
        assertThat(KubernetesModel.complaint(Charts.parse(GOOD))).isEmpty();
    }

    @Test
    void a_wrong_field_is_seen() {
        assertThat(KubernetesModel.complaint(Charts.parse(GOOD.replace("maxUnavailable", "maxUnavailible"))))
                .hasValueSatisfying(complaint -> assertThat(complaint).contains("maxUnavailible"));
    }

    @Test
    void a_wrong_type_is_seen() {
        String hpa = autoscaler("scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, maxReplicas: many");
        assertThat(KubernetesModel.complaint(Charts.parse(hpa))).isPresent();
    }

    @Test
    void a_missing_field_is_seen() {
        assertThat(KubernetesModel.complaint(Charts.parse(autoscaler("maxReplicas: 3"))))
                .hasValueSatisfying(complaint -> assertThat(complaint).contains("scaleTargetRef"));
    }

    @Test
    void a_kind_of_no_version_is_seen() {
        assertThat(KubernetesModel.complaint(Charts.parse(GOOD.replace("policy/v1", "policy/v9"))))
                .isPresent();
    }

    private static String autoscaler(String spec) {
        return "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {" + spec + "}\n";
    }
}
