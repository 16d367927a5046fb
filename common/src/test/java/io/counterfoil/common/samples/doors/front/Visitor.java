package io.counterfoil.common.samples.doors.front;

class Visitor {
    private final FrontResource door = new FrontResource();

    String enter() {
        return door.open();
    }
}
