package io.novacron.goc.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.WholeHouse;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import io.novacron.goc.kernel.Actor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API over a running house: what it shows, what it does, and how it says no. */
class ApiTest extends WholeHouse {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A region has one open incident at most, so that each trial takes one of its own. */
    private static final AtomicInteger REGIONS_TAKEN = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<TokenScope, String> secrets = new EnumMap<>(TokenScope.class);
    private final Tokens tokens;
    private final Clock clock;
    private final int port;

    @Autowired
    ApiTest(Tokens tokens, Clock clock, @Value("${local.server.port}") int port) {
        this.tokens = tokens;
        this.clock = clock;
        this.port = port;
    }

    @Test
    void simulatedRegionsComeThroughTheBrokerAndTurnOk() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            JsonNode regions = json(read("/api/v1/regions"));
            return regions.size() == 6
                    && regions.valueStream()
                            .allMatch(region -> region.path("state").asString().equals("ok"));
        });

        JsonNode region = json(read("/api/v1/regions")).get(0);
        assertThat(region.path("requestsPerSecond").asDouble()).isPositive();
        assertThat(region.path("hostsUp").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/v1/nothing                                |                                   | 404 | NOT_FOUND",
                "POST   | /api/v2/alerts                                 | {}                                | 404 | NOT_FOUND",
                "POST   | /api/v1/maintenance                            | {}                                | 400 | INVALID_INPUT",
                "POST   | /api/v1/deployments                            | {}                                | 400 | INVALID_INPUT",
                "POST   | /api/v1/deployments | {\"region\":\"atlantis\",\"service\":\"a\",\"version\":\"1\"} | 404 | NOT_FOUND",
                "GET    | /api/v1/deployments                            |                                   | 400 | ",
                "PUT    | /api/v1/incidents/1/roles/JUGGLER              | {\"person\":\"a\"}                  | 400 | ",
                "GET    | /api/v1/regions/atlantis                       |                                   | 404 | NOT_FOUND",
                "GET    | /api/v1/regions/%3Cscript%3E                   |                                   | 400 | INVALID_INPUT",
                "GET    | /api/v1/series/xyz/history                     |                                   | 400 | INVALID_INPUT",
                "GET    | /api/v1/incidents/999999                       |                                   | 404 | NOT_FOUND",
                "GET    | /api/v1/incidents/one                          |                                   | 400 | ",
                "POST   | /api/v1/incidents                              | {broken                           | 400 | ",
                "POST   | /api/v1/incidents                              | {\"title\":\"x\",\"severity\":\"WORSE\",\"region\":\"a\"} | 400 | ",
                "POST   | /api/v1/incidents                              | {}                                | 400 | INVALID_INPUT",
                "POST   | /api/v1/faults                                 | {}                                | 400 | INVALID_INPUT",
                "POST   | /api/v1/reports                                | {}                                | 400 | INVALID_INPUT",
                "DELETE | /api/v1/faults/00000000-0000-0000-0000-000000000000 |                              | 404 | NOT_FOUND",
                "PUT    | /api/v1/regions                                |                                   | 405 | "
            })
    void refusalIsAProblemDocument(String method, String path, String body, int status, String code) {
        TokenScope scope = method.equals("GET")
                ? TokenScope.READ
                : path.startsWith("/api/v1/faults") ? TokenScope.INJECT_FAULT : TokenScope.OPERATE;
        HttpResponse<String> answer = ask(method, path, token(scope), body == null ? "" : body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        if (code != null) {
            assertThat(problem.path("code").asString()).isEqualTo(code);
        }
    }

    @Test
    void secondCommanderIsToldWhoHoldsTheSeat() {
        String first = issue("first");
        String second = issue("second");
        long number = declare();

        HttpResponse<String> taken = ask("POST", "/api/v1/incidents/%d/command".formatted(number), first, "");
        HttpResponse<String> refused = ask("POST", "/api/v1/incidents/%d/command".formatted(number), second, "");

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asString()).contains("api:first");
    }

    @Test
    void commandIsHandedOverRolesAreGivenAndSeverityChanges() {
        String first = issue("hands-over");
        String second = issue("takes-over");
        String incident = "/api/v1/incidents/%d".formatted(declare());
        ask("POST", incident + "/command", first, "");

        HttpResponse<String> early = ask("POST", incident + "/command/acceptance", second, "");
        ask("POST", incident + "/command/offer", first, "{\"person\":\"api:takes-over\"}");
        JsonNode accepted = json(ask("POST", incident + "/command/acceptance", second, ""));
        JsonNode assigned = json(ask("PUT", incident + "/roles/SCRIBE", second, "{\"person\":\"sam\"}"));
        HttpResponse<String> worse = ask(
                "POST",
                incident + "/severity",
                second,
                "{\"version\":%d,\"severity\":\"CRITICAL\"}".formatted(version(incident)));

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(accepted.path("incident").path("commander").asString()).isEqualTo("api:takes-over");
        assertThat(assigned.path("seats").toString()).contains("sam", "SCRIBE");
        assertThat(worse.statusCode()).as(worse.body()).isEqualTo(200);
        assertThat(json(worse).path("incident").path("severity").asString()).isEqualTo("CRITICAL");
    }

    @Test
    void maintenanceIsAnnouncedShownAndCalledOff() {
        Instant now = clock.instant();
        String body = """
                {"region":"%s","from":"%s","until":"%s","reason":"new switches"}
                """.formatted(
                        json(read("/api/v1/regions")).get(0).path("id").asString(),
                        now.plusSeconds(3_600),
                        now.plusSeconds(7_200));

        HttpResponse<String> announced = operate("POST", "/api/v1/maintenance", body);
        String id = json(announced).path("id").asString();
        String shown = read("/api/v1/maintenance").body();
        HttpResponse<String> calledOff = operate("DELETE", "/api/v1/maintenance/" + id, "");
        HttpResponse<String> again = operate("DELETE", "/api/v1/maintenance/" + id, "");

        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
        assertThat(shown).contains(id, "new switches");
        assertThat(calledOff.statusCode()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(read("/api/v1/maintenance").body()).doesNotContain(id);
    }

    @Test
    void deploymentIsKeptOnceHoweverOftenAPipelineTells() {
        String region = json(read("/api/v1/regions")).get(1).path("id").asString();
        String body = """
                {"region":"%s","service":"storefront","version":"4.2.0","at":"%s","link":"https://ci.example/42"}
                """.formatted(region, clock.instant().minusSeconds(60));

        HttpResponse<String> first = operate("POST", "/api/v1/deployments", body);
        HttpResponse<String> again = operate("POST", "/api/v1/deployments", body);
        JsonNode shown = json(read("/api/v1/deployments?region=" + region));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(json(again).path("id")).isEqualTo(json(first).path("id"));
        assertThat(shown.valueStream()
                        .filter(each -> each.path("version").asString().equals("4.2.0")))
                .hasSize(1);
    }

    @Test
    void secondResolverIsToldThatItIsDone() {
        long number = declare();
        String body = "{\"version\":%d,\"summary\":\"power is back\"}"
                .formatted(version("/api/v1/incidents/%d".formatted(number)));

        HttpResponse<String> first = operate("POST", "/api/v1/incidents/%d/resolution".formatted(number), body);
        HttpResponse<String> second = operate("POST", "/api/v1/incidents/%d/resolution".formatted(number), body);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).path("detail").asString()).contains("api:OPERATE");
    }

    @Test
    void scriptInATitleStaysText() {
        HttpResponse<String> answer = operate("POST", "/api/v1/incidents", """
                {"title":"<script>alert(1)</script>","severity":"WARNING","region":"%s"}
                """.formatted(anotherRegion()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("title").asString()).isEqualTo("<script>alert(1)</script>");
        assertThat(json(answer).path("region").isString())
                .as("an id is its text")
                .isTrue();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void theApiDescribesItself() {
        JsonNode paths = json(read("/openapi.json")).path("paths");

        assertThat(paths.propertyNames())
                .contains("/api/v1/regions", "/api/v1/incidents/{number}/command", "/api/v1/write");
    }

    @Test
    void metricsAreThereForPrometheus() {
        HttpResponse<String> answer = ask("GET", "/metrics", token(TokenScope.METRICS), "");

        assertThat(answer.body()).contains("jvm_memory_used_bytes", "goc_");
    }

    private long declare() {
        HttpResponse<String> answer = operate("POST", "/api/v1/incidents", """
                {"title":"Trial","severity":"WARNING","region":"%s"}
                """.formatted(anotherRegion()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("number").asLong();
    }

    private long version(String incident) {
        return json(read(incident)).path("incident").path("version").asLong();
    }

    private String anotherRegion() {
        return json(read("/api/v1/regions"))
                .get(REGIONS_TAKEN.getAndIncrement())
                .path("id")
                .asString();
    }

    private String issue(String name) {
        return tokens.issue(name, Set.of(TokenScope.OPERATE), Actor.machine("test"))
                .secret();
    }

    private HttpResponse<String> read(String path) {
        return ask("GET", path, token(TokenScope.READ), "");
    }

    private HttpResponse<String> operate(String method, String path, String body) {
        return ask(method, path, token(TokenScope.OPERATE), body);
    }

    private String token(TokenScope scope) {
        return secrets.computeIfAbsent(
                scope,
                wanted -> tokens.issue(wanted.name(), Set.of(wanted), Actor.machine("test"))
                        .secret());
    }

    private HttpResponse<String> ask(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to %s %s".formatted(method, path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
