package io.novacron.goc.kernel;

import java.time.Clock;

/** The real clock, ticker and id source. The application makes them once and injects them everywhere. */
public record SystemTime(Clock clock, Ticker ticker, Ids ids) {

    public static SystemTime system() {
        Clock clock = Clock.systemUTC();
        return new SystemTime(clock, Ticker.system(), new Ids(clock));
    }
}
