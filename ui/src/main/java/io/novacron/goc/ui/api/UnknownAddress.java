package io.novacron.goc.ui.api;

import io.novacron.goc.kernel.ErrorCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Answers an address of the API that nobody knows with a problem document, not with the page for people. */
@Configuration(proxyBeanMethods = false)
class UnknownAddress {

    /** After the controllers, before the screens. */
    private static final int ORDER = 1_000;

    @Bean
    SimpleUrlHandlerMapping unknownApiAddress(JsonMapper json) {
        HttpRequestHandler answer = (request, response) -> notFound(json, response);
        return new SimpleUrlHandlerMapping(Map.of("/api/**", answer), ORDER);
    }

    private static void notFound(JsonMapper json, HttpServletResponse response) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "there is no such address; /openapi.json lists those there are");
        problem.setProperty("code", ErrorCode.NOT_FOUND.name());
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
