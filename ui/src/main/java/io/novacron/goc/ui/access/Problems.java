package io.novacron.goc.ui.access;

import io.novacron.goc.db.ServerTrouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers of the security chain as problem documents (RFC 9457). */
final class Problems {

    private static final String RETRY_AFTER_S = "5";

    private Problems() {}

    static void unauthorized(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(response, 401, "Unauthorized", "send a valid token as Authorization: Bearer goc_...");
    }

    static void forbidden(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        write(response, 403, "Forbidden", "the token's scopes do not allow " + request.getMethod() + " here");
    }

    static void unavailable(HttpServletResponse response, ServerTrouble why) throws IOException {
        response.setHeader("Retry-After", RETRY_AFTER_S);
        write(response, 503, "Service Unavailable", why.advice());
    }

    private static void write(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        String body = "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\"}".formatted(status, title, detail);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
