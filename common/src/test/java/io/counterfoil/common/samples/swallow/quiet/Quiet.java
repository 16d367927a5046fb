package io.counterfoil.common.samples.swallow.quiet;

import java.util.logging.Logger;

class Quiet {
    private static final Logger LOG = Logger.getLogger("quiet");

    void empty() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            // nothing
        }
    }

    void onlyLogs() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            LOG.warning("woken");
        }
    }

    void answers() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            LOG.warning("woken");
            Thread.currentThread().interrupt();
        }
    }

    void prints() {
        System.out.println("printed");
    }
}
