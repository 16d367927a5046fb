package io.counterfoil.order.channel;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** What was sent is no outbound message; nothing of it is kept. */
public final class MessageNotReadable extends Refusal {

    public MessageNotReadable(String detail) {
        super(
                400,
                TroubleClass.SCHEMA,
                "The body is no outbound message: " + detail,
                "Send a SOAP 1.1 envelope with one to a hundred notifications, without a document type.");
    }
}
