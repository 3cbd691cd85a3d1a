package io.novacron.goc.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;

class LoginAttemptsTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource source = () -> Objects.requireNonNull(now.get());
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final LoginAttempts attempts = new LoginAttempts(clock);
    private final UsernamePasswordAuthenticationToken ada =
            UsernamePasswordAuthenticationToken.unauthenticated("ada", "guess");

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(new AuthenticationFailureBadCredentialsEvent(ada, new BadCredentialsException("wrong")));
        }
    }

    @Test
    void fiveWrongPasswordsMakeANameWaitForAMinute() {
        guess(4);
        boolean afterFour = attempts.mustWait("ada");
        guess(1);

        assertThat(afterFour).isFalse();
        assertThat(attempts.mustWait("ada")).isTrue();
        assertThat(attempts.mustWait("bob")).isFalse();
        now.set(START.plusSeconds(60));
        assertThat(attempts.mustWait("ada")).isFalse();
    }

    @Test
    void theRightPasswordBeginsTheCountAnew() {
        guess(4);
        attempts.succeeded(new AuthenticationSuccessEvent(ada));
        guess(4);

        assertThat(attempts.mustWait("ada")).isFalse();
    }
}
