package io.novacron.goc.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody before a browser; what the browser complains of, and whom else it talks to, is noted. */
public final class Person implements AutoCloseable {

    private static final double PATIENCE_MS = 60_000;

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Person(Browser browser, String address) {
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(this::watch);
        page.onResponse(this::watch);
    }

    public Page page() {
        return page;
    }

    public void open(String path) {
        page.navigate(address + "/" + path);
    }

    /** Signs in with an account of the demo profile and waits until the frame with the live sign stands. */
    public void signIn(String name) {
        open("login");
        signInHere(name);
    }

    /** The same at the sign-in that is shown already, which leads on to where the person wanted to be. */
    public void signInHere(String name) {
        page.locator("vaadin-text-field[name=username] input").fill(name);
        page.locator("vaadin-password-field[name=password] input").fill("demo-" + name);
        page.locator("vaadin-button[theme~=submit]").click();
        page.locator("goc-live-bar[live]").waitFor(attached());
    }

    /** Keeps a picture of what is seen. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + ".png"))
                .setTimeout(PATIENCE_MS));
    }

    /** Errors of the console, answers of 400 and above, requests to anybody but the product. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }

    public static com.microsoft.playwright.Locator.WaitForOptions attached() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("console: " + message.text());
        }
    }

    private void watch(Request request) {
        String url = request.url();
        boolean own = url.startsWith(address + "/")
                || url.startsWith(address.replaceFirst("^http", "ws") + "/")
                || url.startsWith("data:")
                || url.startsWith("blob:");
        if (!own) {
            complaints.add("foreign request: " + url);
        }
    }

    private void watch(Response response) {
        if (response.status() >= 400) {
            complaints.add("answer %d: %s".formatted(response.status(), response.url()));
        }
    }
}
