package io.counterfoil.common.compatibility;

/** The ways to break a promise. */
enum BreakKind {
    OPERATION_REMOVED("the operation is gone"),
    STATUS_REMOVED("the status is no longer answered"),
    STATUS_ADDED("an answer of success that no caller knows"),
    MEDIA_TYPE_REMOVED("the media type is gone"),
    BODY_REMOVED("the body is gone"),
    BODY_NOW_REQUIRED("the body is required now"),
    HEADER_REMOVED("the header is gone"),
    PARAMETER_REMOVED("the parameter is gone; who sends it is refused"),
    PARAMETER_NOW_REQUIRED("the parameter is required now"),
    ROLE_REMOVED("the role may no longer call"),
    EVENT_REMOVED("the event is gone"),
    EVENT_NO_LONGER_SENT("asyncapi.yaml no longer sends it"),
    ADDRESS_CHANGED("it is sent to another address"),
    FIELD_REMOVED("the field is gone"),
    FIELD_NOW_REQUIRED("the field is required now"),
    FIELD_NOW_OPTIONAL("the field may be missing now"),
    TYPE_CHANGED("the type changed"),
    FORMAT_CHANGED("the format changed"),
    VALUE_ADDED("a value that no reader knows"),
    VALUE_REMOVED("the value is no longer taken"),
    LIMIT_CHANGED("the limit changed"),
    ALTERNATIVE_CHANGED("one of the alternatives does not fit the released ones"),
    UNKNOWN_FIELDS_REFUSED("further fields are refused now"),
    RULE_CHANGED("a rule changed that can't be compared");

    private final String words;

    BreakKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
