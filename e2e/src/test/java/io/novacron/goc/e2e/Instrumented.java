package io.novacron.goc.e2e;

import java.util.concurrent.CountDownLatch;

/** A program that does nothing until it is ended, for an agent to watch. */
final class Instrumented {

    private Instrumented() {}

    public static void main(String[] arguments) throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
