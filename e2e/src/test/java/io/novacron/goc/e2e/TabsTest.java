package io.novacron.goc.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.e2e.load.LightViewer;
import io.novacron.goc.e2e.screens.BoardScreen;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One person who leaves every tab open. */
@ExtendWith(Street.Shared.class)
class TabsTest {

    private static final int TABS = 50;
    private static final int BEATS = 3;
    private static final long PATIENCE_SECONDS = 60;

    @Test
    void fiftyTabsOfOnePersonAreAllLiveAndAnotherPersonIsServedBesideThem(Street street)
            throws IOException, InterruptedException {
        List<CountDownLatch> heard = new ArrayList<>();
        List<LightViewer> tabs = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient();
                Person operator = street.person();
                LightViewer first = new LightViewer(
                        client, street.server().address(), "auditor", "demo-auditor", beatsInto(heard))) {
            try {
                while (tabs.size() < TABS - 1) {
                    tabs.add(first.tab(beatsInto(heard)));
                }
                operator.signIn("operator");
                new BoardScreen(operator).awaitLiveRegions(100);

                for (CountDownLatch beats : heard) {
                    assertThat(beats.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                }
                assertThat(operator.page().locator("goc-live-bar[live]")).isAttached();
                assertThat(operator.complaints()).isEmpty();
            } finally {
                tabs.forEach(LightViewer::close);
            }
        }
    }

    private static LongConsumer beatsInto(List<CountDownLatch> heard) {
        CountDownLatch beats = new CountDownLatch(BEATS);
        heard.add(beats);
        return late -> beats.countDown();
    }
}
