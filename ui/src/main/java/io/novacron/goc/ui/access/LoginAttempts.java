package io.novacron.goc.ui.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever guesses passwords: after five wrong ones in a row an account name waits for a minute. */
final class LoginAttempts {

    private static final int FREE = 5;
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final int NAMES_MOST = 10_000;

    private final Clock clock;
    private final Map<String, Failures> byName = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES_MOST;
        }
    };

    /** Wrong passwords in a row, and when the last came. */
    private record Failures(int count, Instant last) {}

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    @EventListener
    synchronized void failed(AuthenticationFailureBadCredentialsEvent event) {
        String name = event.getAuthentication().getName();
        Failures before = byName.getOrDefault(name, new Failures(0, clock.instant()));
        byName.put(name, new Failures(before.count() + 1, clock.instant()));
    }

    @EventListener
    synchronized void succeeded(AuthenticationSuccessEvent event) {
        byName.remove(event.getAuthentication().getName());
    }

    synchronized boolean mustWait(String name) {
        Failures failures = byName.get(name);
        return failures != null
                && failures.count() >= FREE
                && Duration.between(failures.last(), clock.instant()).compareTo(WAIT) < 0;
    }

    /** Turns a sign-in away while its name must wait. */
    static final class Gate extends OncePerRequestFilter {

        private final LoginAttempts attempts;

        Gate(LoginAttempts attempts) {
            this.attempts = attempts;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String name = request.getParameter("username");
            if (request.getMethod().equals("POST")
                    && request.getServletPath().equals("/login")
                    && name != null
                    && attempts.mustWait(name)) {
                response.sendRedirect(request.getContextPath() + "/login?wait");
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
