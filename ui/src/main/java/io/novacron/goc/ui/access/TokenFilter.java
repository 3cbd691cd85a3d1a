package io.novacron.goc.ui.access;

import io.novacron.goc.access.ApiToken;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import io.novacron.goc.db.ServerTrouble;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows programs by {@code Authorization: Bearer goc_…}, or, for those that can only do that, by the token as the
 * password of HTTP Basic; the user's name does not matter then.
 */
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private static final Logger LOG = LoggerFactory.getLogger(TokenFilter.class);

    private final Tokens tokens;

    TokenFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = secret(request.getHeader("Authorization"));
        if (!secret.isEmpty()) {
            try {
                tokens.verify(secret).ifPresent(TokenFilter::enter);
            } catch (DataAccessException e) {
                Problems.unavailable(response, ServerTrouble.in(e).orElseThrow(() -> e));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static String secret(@Nullable String header) {
        if (header == null) {
            return "";
        }
        if (header.startsWith(BEARER)) {
            return header.substring(BEARER.length()).strip();
        }
        return header.startsWith(BASIC)
                ? password(header.substring(BASIC.length()).strip())
                : "";
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            LOG.atDebug().setCause(e).log("a header of HTTP Basic is no base64");
            return "";
        }
    }

    private static void enter(ApiToken token) {
        List<GrantedAuthority> authorities = token.scopes().stream()
                .map(TokenScope::authority)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(token.name(), null, authorities));
    }
}
