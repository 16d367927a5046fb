package io.counterfoil.common.http;

import io.counterfoil.common.trouble.TroubleClass;
import java.util.Collection;

/** A state machine was asked for a move that is not legal from the state it is in. */
public final class IllegalMove extends Refusal {

    public IllegalMove(String what, Object state, String move, Collection<?> legalMoves) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                what + " is " + state + "; it can't " + move,
                legalMoves.isEmpty()
                        ? "No move is legal from " + state + "."
                        : "Legal from " + state + ": " + legalMoves + ".");
    }
}
