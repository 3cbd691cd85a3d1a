package io.novacron.goc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PulseTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final BlockingQueue<Duration> beats = new LinkedBlockingQueue<>();
    private final BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
    private final TestingClock clock = TestingClock.at("2026-11-24T12:00:00Z");

    private Duration nextBeat() throws InterruptedException {
        return Objects.requireNonNull(beats.poll(20, TimeUnit.SECONDS), "no beat came");
    }

    @Test
    void beatsAtTheStartAndWhenWokenAndStops() throws InterruptedException {
        Pulse pulse = new Pulse("test", NEVER, clock, beats::add, failures::add);

        pulse.start();
        nextBeat();
        pulse.wake();
        nextBeat();
        pulse.stop();
        pulse.wake();

        assertThat(pulse.isRunning()).isFalse();
        assertThat(beats).isEmpty();
    }

    @Test
    void whatTheWorkThrowsIsToldAndTheNextBeatComes() throws InterruptedException {
        Pulse pulse = new Pulse(
                "test",
                NEVER,
                clock,
                overslept -> {
                    beats.add(overslept);
                    throw new IllegalStateException("this beat fails");
                },
                failures::add);

        pulse.start();
        nextBeat();
        pulse.wake();
        nextBeat();
        pulse.stop();

        assertThat(failures).extracting(Throwable::getMessage).containsExactly("this beat fails", "this beat fails");
    }

    @Test
    void timeThatTheThreadWasKeptFromItsWorkIsTold() throws InterruptedException {
        List<Instant> asked = List.of(clock.instant(), clock.instant().plusSeconds(41));
        AtomicInteger next = new AtomicInteger();
        InstantSource standsStill = () -> asked.get(Math.min(next.getAndIncrement(), 1));

        Pulse pulse = new Pulse(
                "test", Duration.ofSeconds(1), standsStill.withZone(ZoneOffset.UTC), beats::add, failures::add);
        pulse.start();
        Duration first = nextBeat();
        pulse.wake();
        Duration second = nextBeat();
        pulse.stop();

        assertThat(first).isZero();
        assertThat(second).isEqualTo(Duration.ofSeconds(40));
    }
}
