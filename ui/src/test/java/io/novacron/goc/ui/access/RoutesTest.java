package io.novacron.goc.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.novacron.goc.WholeHouse;
import io.novacron.goc.access.Role;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import io.novacron.goc.kernel.Actor;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No view and no route is open by accident: each is in a table here, and a new one fails until it is. */
class RoutesTest extends WholeHouse {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> RESPONDERS = EnumSet.of(Role.OPERATOR, Role.COMMANDER, Role.AUDITOR, Role.ADMIN);

    private static final Map<String, Set<Role>> VIEWS = new TreeMap<>(Map.ofEntries(
            Map.entry("", EVERYBODY),
            Map.entry("regions/:region", EVERYBODY),
            Map.entry("regions/:region/:zone", EVERYBODY),
            Map.entry("hosts/:host", EVERYBODY),
            Map.entry("vms/:vm", EVERYBODY),
            Map.entry("inventory", EVERYBODY),
            Map.entry("metrics/:metric", EVERYBODY),
            Map.entry("explore", EVERYBODY),
            Map.entry("dashboards", EVERYBODY),
            Map.entry("wall", EVERYBODY),
            Map.entry("dashboards/:id", EVERYBODY),
            Map.entry("settings", EVERYBODY),
            Map.entry("alerts", RESPONDERS),
            Map.entry("incidents", RESPONDERS),
            Map.entry("maintenance", RESPONDERS),
            Map.entry("incidents/:number", RESPONDERS),
            Map.entry("reports", EnumSet.of(Role.EXECUTIVE, Role.COMMANDER, Role.AUDITOR, Role.ADMIN)),
            Map.entry("audit", EnumSet.of(Role.AUDITOR, Role.ADMIN)),
            Map.entry("style", EnumSet.of(Role.ADMIN)),
            Map.entry("admin", EnumSet.of(Role.ADMIN))));

    private static final Set<String> READS = Set.of(
            "/api/v1/regions",
            "/api/v1/regions/{region}",
            "/api/v1/regions/{region}/zones",
            "/api/v1/regions/{region}/zones/{zone}/hosts",
            "/api/v1/hosts/{host}",
            "/api/v1/hosts/{host}/series",
            "/api/v1/series/{id}/history",
            "/api/v1/sources",
            "/api/v1/query",
            "/api/v1/query_range",
            "/api/v1/series",
            "/api/v1/labels",
            "/api/v1/label/{name}/values",
            "/api/v1/metadata",
            "/api/v1/status/buildinfo",
            "/api/v1/alerts",
            "/api/v1/incidents",
            "/api/v1/incidents/{number}",
            "/api/v1/faults",
            "/api/v1/maintenance",
            "/api/v1/deployments",
            "/api/v1/reports",
            "/api/v1/reports/{id}",
            "/api/v1/reports/{id}/document",
            "/openapi.json",
            "/openapi.json.yaml");

    private static final Set<String> ASKED_BY_FORM =
            Set.of("POST /api/v1/query", "POST /api/v1/query_range", "POST /api/v1/series", "POST /api/v1/labels");

    private static final Set<String> DOORS = Set.of(
            "POST /api/v1/write",
            "POST /api/v1/batch",
            "POST /api/v1/events",
            "POST /v1/metrics",
            "POST /v1/logs",
            "POST /v1/traces");

    private static final Set<String> CHANGES = Set.of(
            "POST /api/v1/alerts/{id}/acknowledgement",
            "DELETE /api/v1/alerts/{id}/acknowledgement",
            "POST /api/v1/incidents",
            "POST /api/v1/incidents/{number}/command",
            "POST /api/v1/incidents/{number}/command/offer",
            "POST /api/v1/incidents/{number}/command/acceptance",
            "PUT /api/v1/incidents/{number}/roles/{role}",
            "POST /api/v1/incidents/{number}/severity",
            "POST /api/v1/incidents/{number}/timeline",
            "POST /api/v1/incidents/{number}/tasks",
            "POST /api/v1/incidents/{number}/tasks/{task}/done",
            "POST /api/v1/incidents/{number}/status",
            "POST /api/v1/incidents/{number}/resolution",
            "POST /api/v1/maintenance",
            "POST /api/v1/deployments",
            "DELETE /api/v1/maintenance/{id}",
            "POST /api/v1/reports",
            "DELETE /api/v1/reports/{id}");

    private static final Set<String> BREAKS = Set.of("POST /api/v1/faults", "DELETE /api/v1/faults/{id}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final RequestMappingHandlerMapping mappings;
    private final Tokens tokens;
    private final int port;

    @Autowired
    RoutesTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            Tokens tokens,
            @Value("${local.server.port}") int port) {
        this.mappings = mappings;
        this.tokens = tokens;
        this.port = port;
    }

    @Test
    void everyViewLetsInTheRolesOfTheTable() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        Map<String, Set<Role>> found = new TreeMap<>();
        for (var candidate : scan.findCandidateComponents("io.novacron.goc")) {
            Class<?> view = Class.forName(candidate.getBeanClassName());
            if (!view.isAnnotationPresent(AnonymousAllowed.class)) {
                found.put(view.getAnnotation(Route.class).value(), rolesOf(view));
            }
        }

        assertThat(found).isEqualTo(VIEWS);
    }

    private static Set<Role> rolesOf(Class<?> view) {
        if (view.isAnnotationPresent(PermitAll.class)) {
            return EVERYBODY;
        }
        RolesAllowed allowed = view.getAnnotation(RolesAllowed.class);
        return allowed == null
                ? Set.of()
                : Arrays.stream(allowed.value())
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    @Test
    void everyRouteOfTheApiIsInTheTable() {
        Set<String> found = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            for (String path : mapping.getPatternValues()) {
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                methods.forEach(method -> found.add(method == RequestMethod.GET ? path : method + " " + path));
            }
        });
        Set<String> known = new TreeSet<>(READS);
        known.addAll(CHANGES);
        known.addAll(BREAKS);
        known.addAll(ASKED_BY_FORM);
        known.addAll(DOORS);

        assertThat(found).isEqualTo(known);
    }

    @Test
    void everyRouteOfTheApiAnswersEachScopeAsItShould() throws IOException, InterruptedException {
        Map<TokenScope, String> secrets = new TreeMap<>();
        for (TokenScope scope : TokenScope.values()) {
            secrets.put(
                    scope,
                    tokens.issue("routes-" + scope.name().length(), Set.of(scope), Actor.person("test"))
                            .secret());
        }

        for (String path : READS) {
            check("GET", path, TokenScope.READ, secrets);
        }
        for (String question : ASKED_BY_FORM) {
            check("POST", question.split(" ")[1], TokenScope.READ, secrets);
        }
        for (String change : CHANGES) {
            check(change.split(" ")[0], change.split(" ")[1], TokenScope.OPERATE, secrets);
        }
        for (String change : BREAKS) {
            check(change.split(" ")[0], change.split(" ")[1], TokenScope.INJECT_FAULT, secrets);
        }
        for (String door : DOORS) {
            check("POST", door.split(" ")[1], TokenScope.TELEMETRY_WRITE, secrets);
        }
        check("GET", "/metrics", TokenScope.METRICS, secrets);
        assertThat(status("GET", "/metrics", "")).isEqualTo(401);
        assertThat(status("GET", "/api/v1/regions", "Bearer goc_guess")).isEqualTo(401);
        assertThat(status("GET", "/api/v1/regions", basic("goc_guess"))).isEqualTo(401);
        assertThat(status("GET", "/api/v1/regions", "Basic %%%")).isEqualTo(401);
        assertThat(status("GET", "/api/v1/regions", basic(secrets.getOrDefault(TokenScope.READ, ""))))
                .isEqualTo(200);
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("anybody:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private void check(String method, String path, TokenScope needed, Map<TokenScope, String> secrets)
            throws IOException, InterruptedException {
        for (Map.Entry<TokenScope, String> token : secrets.entrySet()) {
            int status = status(method, path, "Bearer " + token.getValue());
            if (token.getKey() == needed) {
                assertThat(status).as("%s %s with %s", method, path, needed).isNotIn(401, 403);
            } else {
                assertThat(status)
                        .as("%s %s with %s", method, path, token.getKey())
                        .isEqualTo(403);
            }
        }
        assertThat(status(method, path, ""))
                .as("%s %s without a token", method, path)
                .isEqualTo(401);
    }

    private int status(String method, String path, String authorization) throws IOException, InterruptedException {
        String address = "http://localhost:%d%s".formatted(port, path.replaceAll("\\{[^}]+}", "1"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void peopleAreSentToTheLoginAndHealthIsOpen() throws IOException, InterruptedException {
        HttpRequest login = HttpRequest.newBuilder(URI.create("http://localhost:%d/login".formatted(port)))
                .build();
        assertThat(http.send(login, HttpResponse.BodyHandlers.ofString()).body())
                .as("the security chain brings no page of its own")
                .doesNotContain("<form");
        assertThat(status("GET", "/health/live", "")).isEqualTo(200);
        assertThat(status("GET", "/health/ready", "")).isEqualTo(200);
        for (String view : VIEWS.keySet()) {
            assertThat(status("GET", "/" + view.replace(":", ""), ""))
                    .as("anonymous at /%s", view)
                    .isEqualTo(302);
        }
    }
}
