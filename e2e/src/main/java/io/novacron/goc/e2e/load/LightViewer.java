package io.novacron.goc.e2e.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at the board without a browser: signs in, opens the page and the connection as a browser does, and
 * tells of each beat how late it came. Hundreds of them fit where one browser does.
 */
public final class LightViewer implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern UI_ID = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PUSH_ID = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern BEAT = Pattern.compile("\\[([0-9.E]+),[^\\]]*\\],\"return \\$0\\.beat");
    private static final Clock CLOCK = Clock.systemUTC();

    private final Browser browser;
    private final WebSocket push;

    /** What the tabs of one browser share: the server they speak to, and the session. */
    private static final class Browser {

        private final HttpClient client;
        private final String address;
        private String cookie = "";

        Browser(HttpClient client, String address) {
            this.client = client;
            this.address = address;
        }

        void signIn(String name, String password) throws IOException, InterruptedException {
            String csrf = first(CSRF, send(request("/login").GET()).body());
            send(request("/login")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=%s&username=%s&password=%s"
                            .formatted(encoded(csrf), encoded(name), encoded(password)))));
        }

        HttpRequest.Builder request(String path) {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + path));
            return cookie.isEmpty() ? builder : builder.header("Cookie", cookie);
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IOException("%s answered %d".formatted(answer.uri(), answer.statusCode()));
            }
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(each -> each.startsWith("JSESSIONID="))
                    .forEach(each -> cookie = each.split(";", 2)[0]);
            return answer;
        }

        WebSocket listen(String ui, String pushId, WebSocket.Listener ear) {
            String where = address.replaceFirst("^http", "ws")
                    + "/VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s".formatted(ui, pushId)
                    + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                    + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                    + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0";
            return client.newWebSocketBuilder()
                    .header("Cookie", cookie)
                    .buildAsync(URI.create(where), ear)
                    .join();
        }
    }

    /**
     * Opens the board.
     *
     * @param onBeat hears how many milliseconds after it was made each beat came
     */
    public LightViewer(HttpClient client, String address, String name, String password, LongConsumer onBeat)
            throws IOException, InterruptedException {
        browser = new Browser(client, address);
        browser.signIn(name, password);
        push = open(browser, onBeat);
    }

    private LightViewer(Browser browser, LongConsumer onBeat) throws IOException, InterruptedException {
        this.browser = browser;
        push = open(browser, onBeat);
    }

    /** Opens the board once more, in another tab of the same browser. */
    public LightViewer tab(LongConsumer onBeat) throws IOException, InterruptedException {
        return new LightViewer(browser, onBeat);
    }

    private static WebSocket open(Browser browser, LongConsumer onBeat) throws IOException, InterruptedException {
        browser.send(browser.request("/").GET());
        String begun = browser.send(
                        browser.request("/?v-r=init&location=&query=").GET())
                .body();
        String ui = first(UI_ID, begun);
        WebSocket push = browser.listen(ui, first(PUSH_ID, begun), new Ear(onBeat));
        browser.send(browser.request("/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"/",\
                        "query":"","appShellTitle":"NovaCron GOC","historyState":{"idx":0},"trigger":""}}],\
                        "syncId":0,"clientId":0}""".formatted(first(KEY, begun)))));
        return push;
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("the page has no " + pattern);
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        push.abort();
    }

    /** Hears what is pushed. */
    private static final class Ear implements WebSocket.Listener {

        private final LongConsumer onBeat;
        private final StringBuilder message = new StringBuilder();

        Ear(LongConsumer onBeat) {
            this.onBeat = onBeat;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                Matcher beat = BEAT.matcher(message);
                if (beat.find()) {
                    onBeat.accept(CLOCK.millis() - (long) Double.parseDouble(beat.group(1)));
                }
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
