package io.novacron.goc.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes new ids (UUID version 7: sortable by the time they were made) and secrets. */
public final class Ids {

    private final Clock clock;
    private final SecureRandom random;

    public Ids(Clock clock) {
        this.clock = clock;
        this.random = new SecureRandom();
    }

    public UUID next() {
        long millis = clock.millis();
        long high = (millis << 16) | 0x7000L | (random.nextInt() & 0x0fffL);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Returns {@code length} unpredictable bytes. */
    public byte[] secret(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
