package io.counterfoil.billing.stripe;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A webhook call that does not prove that the gateway sent it just now. Nothing of it is kept. */
public abstract class SignatureRefused extends Refusal {

    private final String reason;

    private SignatureRefused(String reason, String detail, String remedy) {
        super(400, TroubleClass.SCHEMA, detail, remedy);
        this.reason = reason;
    }

    @Override
    public String code() {
        return "signature-" + reason;
    }

    String reason() {
        return reason;
    }

    static final class Missing extends SignatureRefused {
        Missing() {
            super("missing", "The header Stripe-Signature is missing", "Only the gateway calls this address.");
        }
    }

    /** A signature of nothing proves nothing that could be kept. */
    static final class Empty extends SignatureRefused {
        Empty() {
            super("empty", "There is no body", "Send the event that was signed.");
        }
    }

    static final class Malformed extends SignatureRefused {
        Malformed() {
            super(
                    "malformed",
                    "The header Stripe-Signature has no time t or no signature v1",
                    "Sign as the gateway documents it.");
        }
    }

    static final class Mismatch extends SignatureRefused {
        Mismatch() {
            super(
                    "mismatch",
                    "No active secret signed this body",
                    "Compare the end point's signing secret with the configured ones; send the body unchanged.");
        }
    }

    static final class Stale extends SignatureRefused {
        Stale() {
            super(
                    "stale",
                    "The signature's time is more than " + StripeSignature.TOLERANCE.toSeconds() + " seconds away",
                    "Sign anew when sending; compare the clocks.");
        }
    }
}
