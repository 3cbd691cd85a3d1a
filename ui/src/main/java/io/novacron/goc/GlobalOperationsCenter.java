package io.novacron.goc;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole house in one process. */
@SpringBootApplication
@EnableScheduling
@Modulithic(systemName = "NovaCron GOC", sharedModules = "kernel")
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("themes/goc/goc.css")
public class GlobalOperationsCenter implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;
    /** What is seen until the page's own parts are there: that it comes, and not a blank. */
    private static final String BEFORE_ANYTHING = """
            html { background: light-dark(#eef1f4, #0c1117); }
            body:not(:has(#outlet > [id^='ROOT'] > *))::before {
              content: 'NovaCron GOC is opening …';
              position: fixed; inset: 0; display: grid; place-items: center;
              font: 15px system-ui, sans-serif; color: light-dark(#4a5866, #a3b1c0);
            }
            """;

    /** Starts the house. When that fails, which has been told by then, the process ends with what had started in it. */
    public static void main(String[] arguments) {
        try {
            SpringApplication.run(GlobalOperationsCenter.class, arguments);
        } catch (RuntimeException e) {
            System.exit(1);
        }
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("NovaCron GOC");
        settings.addFavIcon("icon", "themes/goc/favicon.svg", "any");
        settings.addMetaTag("color-scheme", "dark light");
        settings.addInlineWithContents(BEFORE_ANYTHING, Inline.Wrapping.STYLESHEET);
    }
}
