package io.counterfoil.common.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares two OpenAPI 3.1 documents: operations, who may call them, parameters, bodies, answers. */
final class ApiComparison {
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final List<Break> found = new ArrayList<>();

    private ApiComparison() {}

    static List<Break> compare(Tree before, Tree after) {
        ApiComparison comparison = new ApiComparison();
        Map<String, Operation> now = operations(after);
        operations(before).forEach((key, operation) -> {
            if (now.containsKey(key)) {
                comparison.compare(operation, now.get(key));
            } else if (!LifeCycle.isOver(operation.node())) {
                comparison.complain(operation.subject(), "", BreakKind.OPERATION_REMOVED, "");
            }
        });
        return comparison.found;
    }

    /** One operation with the parameters of its path. */
    private record Operation(String subject, Tree path, Tree node) {

        Map<String, Tree> parameters() {
            Map<String, Tree> parameters = new TreeMap<>();
            for (Tree owner : List.of(path, node)) {
                owner.at("parameters").elements().stream()
                        .filter(one -> !one.at("in").text().equals("path"))
                        .forEach(one -> parameters.put(
                                one.at("in").text() + " " + one.at("name").text(), one));
            }
            return parameters;
        }
    }

    /** By verb and path; what the variables of a path are called is nobody's business. */
    private static Map<String, Operation> operations(Tree document) {
        Map<String, Operation> operations = new TreeMap<>();
        Tree paths = document.at("paths");
        for (String path : paths.fields()) {
            Tree item = paths.at(path);
            item.fields().stream().filter(VERBS::contains).forEach(verb -> {
                String subject = verb.toUpperCase(java.util.Locale.ROOT) + " " + path;
                operations.put(subject.replaceAll("\\{[^}]*}", "{}"), new Operation(subject, item, item.at(verb)));
            });
        }
        return operations;
    }

    private void compare(Operation before, Operation after) {
        compareRoles(before, after);
        compareParameters(before, after);
        compareBodies(before, after);
        compareAnswers(before, after);
    }

    private void compareRoles(Operation before, Operation after) {
        Set<String> roles = after.node().at("x-roles").texts();
        before.node().at("x-roles").texts().stream()
                .filter(role -> !roles.contains(role))
                .forEach(role -> complain(before.subject(), "", BreakKind.ROLE_REMOVED, role));
    }

    private void compareParameters(Operation before, Operation after) {
        Map<String, Tree> was = before.parameters();
        Map<String, Tree> is = after.parameters();
        was.forEach((name, parameter) -> {
            if (!is.containsKey(name)) {
                complain(before.subject(), name, BreakKind.PARAMETER_REMOVED, "");
            } else {
                taken(
                        before.subject(),
                        name,
                        parameter.at("schema"),
                        is.get(name).at("schema"));
            }
        });
        is.forEach((name, parameter) -> {
            boolean wasRequired = was.containsKey(name) && was.get(name).isTrue("required");
            if (parameter.isTrue("required") && !wasRequired) {
                complain(before.subject(), name, BreakKind.PARAMETER_NOW_REQUIRED, "");
            }
        });
    }

    private void compareBodies(Operation before, Operation after) {
        Tree was = before.node().at("requestBody");
        Tree is = after.node().at("requestBody");
        if (was.exists() && !is.exists()) {
            complain(before.subject(), "body", BreakKind.BODY_REMOVED, "");
            return;
        }
        if (is.isTrue("required") && !was.isTrue("required")) {
            complain(before.subject(), "body", BreakKind.BODY_NOW_REQUIRED, "");
        }
        compareContent(before.subject(), "body", Direction.TAKEN, was.at("content"), is.at("content"));
    }

    private void compareAnswers(Operation before, Operation after) {
        Tree was = before.node().at("responses");
        Tree is = after.node().at("responses");
        for (String status : was.fields()) {
            String place = "answer " + status;
            if (!is.has(status)) {
                complain(before.subject(), place, BreakKind.STATUS_REMOVED, "");
                continue;
            }
            was.at(status).at("headers").fields().stream()
                    .filter(header -> !is.at(status).at("headers").has(header))
                    .forEach(header -> complain(before.subject(), place + " " + header, BreakKind.HEADER_REMOVED, ""));
            compareContent(
                    before.subject(),
                    place,
                    Direction.SENT,
                    was.at(status).at("content"),
                    is.at(status).at("content"));
        }
        is.fields().stream()
                .filter(status -> status.matches("[23].*") && !was.has(status))
                .forEach(status -> complain(before.subject(), "answer " + status, BreakKind.STATUS_ADDED, ""));
    }

    private void compareContent(String subject, String place, Direction direction, Tree was, Tree is) {
        for (String type : was.fields()) {
            if (!is.has(type)) {
                complain(subject, place, BreakKind.MEDIA_TYPE_REMOVED, type);
                continue;
            }
            Schemas.compare(new SchemaPair(
                    subject,
                    place + " ",
                    direction,
                    was.at(type).at("schema"),
                    is.at(type).at("schema"),
                    found::add));
        }
    }

    private void taken(String subject, String place, Tree was, Tree is) {
        Schemas.compare(new SchemaPair(subject, place, Direction.TAKEN, was, is, found::add));
    }

    private void complain(String subject, String place, BreakKind kind, String detail) {
        found.add(new Break(subject, place, kind, detail));
    }
}
