package io.counterfoil.common.samples.doors.front;

class Spy {
    io.counterfoil.common.samples.circle.hen.Hen foreign;
}
