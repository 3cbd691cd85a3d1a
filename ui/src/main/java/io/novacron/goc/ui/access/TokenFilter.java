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
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows programs by {@code Authorization: Bearer goc_…}. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;

    TokenFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(SCHEME)) {
            try {
                tokens.verify(header.substring(SCHEME.length()).strip()).ifPresent(TokenFilter::enter);
            } catch (DataAccessException e) {
                Problems.unavailable(response, ServerTrouble.in(e).orElseThrow(() -> e));
                return;
            }
        }
        chain.doFilter(request, response);
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
