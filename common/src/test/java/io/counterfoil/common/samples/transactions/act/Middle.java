package io.counterfoil.common.samples.transactions.act;

class Middle {
    private Outside outside;

    void ask() {
        outside.answer();
    }
}
