package io.novacron.goc.analytics.detect;

/** Watches one series. The same samples always lead to the same opinions. */
public interface Detector {

    /** What it is called in findings; never change it, open findings are continued by it after a restart. */
    String name();

    /**
     * Takes the next sample and says how the series stands now.
     *
     * @param atMs when it was measured, epoch milliseconds, rising from call to call
     */
    Opinion observe(long atMs, double value);
}
