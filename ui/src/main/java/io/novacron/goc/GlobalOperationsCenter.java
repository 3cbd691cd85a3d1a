package io.novacron.goc;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
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

    public static void main(String[] arguments) {
        SpringApplication.run(GlobalOperationsCenter.class, arguments);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("NovaCron GOC");
        settings.addFavIcon("icon", "themes/goc/favicon.svg", "any");
        settings.addMetaTag("color-scheme", "dark light");
    }
}
