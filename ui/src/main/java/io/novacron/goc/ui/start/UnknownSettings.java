package io.novacron.goc.ui.start;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Stops the start at a {@code goc.*} setting that nobody knows: a misspelt setting must not be silently without
 * effect.
 */
public final class UnknownSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Names with our prefix that scripts and tests read. */
    private static final Set<String> OTHERS = Set.of(
            "gocjavaopts",
            "gocchromium",
            "gocroot",
            "gocdocsrewrite",
            "goctimescaleurl",
            "goctimescaleusername",
            "goctimescalepassword");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ClassLoader loader = event.getSpringApplication().getClassLoader();
        check(event.getEnvironment(), SettingNames.load(loader));
    }

    static void check(ConfigurableEnvironment environment, SettingNames names) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (isOurs(name) && !names.knows(name)) {
                        throw new OperationsException(
                                ErrorCode.CONFIGURATION,
                                "there is no setting '%s' (from %s); did you mean '%s'?"
                                        .formatted(name, source.getName(), names.nearest(name)));
                    }
                }
            }
        }
    }

    private static boolean isOurs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean prefixed = lower.startsWith("goc.") || lower.startsWith("goc_");
        return prefixed && !OTHERS.contains(lower.replaceAll("[^a-z0-9]", ""));
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
