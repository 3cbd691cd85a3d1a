package io.novacron.goc.ui.access;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.novacron.goc.access.Accounts;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Two ways in: programs with a token, without a session; people with their account. Nobody else sees more than the
 * login and whether the house is alive.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final Duration REMEMBERED = Duration.ofHours(12);

    /** What Vaadin 25.2 and the charts need; nothing comes from another host. */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    /** Questions that a form may carry, because they are long; they change nothing. */
    private static final String[] ASKED_BY_FORM = {
        "/api/v1/query", "/api/v1/query_range", "/api/v1/series", "/api/v1/labels"
    };

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens) {
        http.securityMatcher("/api/**", "/v1/**", "/metrics", "/openapi.json", "/openapi.json.yaml")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(tokens), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(Problems::unauthorized)
                        .accessDeniedHandler(Problems::forbidden))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/write",
                                "/api/v1/batch",
                                "/api/v1/events",
                                "/v1/metrics",
                                "/v1/logs",
                                "/v1/traces")
                        .hasAuthority(TokenScope.TELEMETRY_WRITE.authority())
                        .requestMatchers("/metrics")
                        .hasAuthority(TokenScope.METRICS.authority())
                        .requestMatchers(HttpMethod.GET, "/api/**", "/openapi.json", "/openapi.json.yaml")
                        .hasAuthority(TokenScope.READ.authority())
                        .requestMatchers(HttpMethod.POST, ASKED_BY_FORM)
                        .hasAuthority(TokenScope.READ.authority())
                        .requestMatchers("/api/v1/faults/**")
                        .hasAuthority(TokenScope.INJECT_FAULT.authority())
                        .requestMatchers("/api/**")
                        .hasAuthority(TokenScope.OPERATE.authority())
                        .anyRequest()
                        .denyAll());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, Accounts accounts, LoginAttempts attempts) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/themes/**",
                                "/goc/**",
                                "/aura/**",
                                "/health/live",
                                "/health/ready",
                                "/favicon.ico",
                                "/error")
                        .permitAll())
                .addFilterBefore(new LoginAttempts.Gate(attempts), UsernamePasswordAuthenticationFilter.class)
                .rememberMe(remember -> remember.key(accounts.rememberMeKey())
                        .userDetailsService(accounts)
                        .alwaysRemember(true)
                        .rememberMeCookieName("goc-remember-me")
                        .tokenValiditySeconds((int) REMEMBERED.toSeconds()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class)
                                // Whom we know may ask for any address; the router says which there are, and to whom.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                // After Vaadin, which names the page: a form without one would bring its own.
                .formLogin(form -> form.failureHandler(refusal()));
        return http.build();
    }

    /** A wrong password and a database that is away are two different answers. */
    private static ExceptionMappingAuthenticationFailureHandler refusal() {
        ExceptionMappingAuthenticationFailureHandler refusal = new ExceptionMappingAuthenticationFailureHandler();
        refusal.setDefaultFailureUrl("/login?error");
        refusal.setExceptionMappings(
                Map.of(InternalAuthenticationServiceException.class.getName(), "/login?unavailable"));
        return refusal;
    }

    @Bean
    LoginAttempts loginAttempts(Clock clock) {
        return new LoginAttempts(clock);
    }
}
