package io.novacron.goc.ui.start;

import io.novacron.goc.db.DatabaseException;
import io.novacron.goc.db.ServerTrouble;
import io.novacron.goc.kernel.OperationsException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells why the start failed in one line: what, where, what to do. The stack trace is there at level DEBUG. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailure implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

    /** Made by Spring Boot with the context that failed, which may be none. */
    public StartFailure(@Nullable ConfigurableApplicationContext context) {
        LOG.atDebug().addKeyValue("context", String.valueOf(context)).log("watching the start");
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = explain(failure);
        line.ifPresent(text -> {
            LOG.atError().log("cannot start: {}", text);
            LOG.atDebug().setCause(failure).log("the failure in full");
        });
        return line.isPresent();
    }

    /** The line for a known failure. */
    static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case OperationsException known -> {
                    return Optional.of(known.explanation());
                }
                case DatabaseException known -> {
                    return Optional.of(String.valueOf(known.getMessage()));
                }
                case PortInUseException taken -> {
                    return Optional.of("port %d is taken by another process; free it or set server.port"
                            .formatted(taken.getPort()));
                }
                case BindException bind -> {
                    return Optional.of(explain(bind));
                }
                default -> {}
            }
        }
        return ServerTrouble.in(failure).map(ServerTrouble::advice);
    }

    private static String explain(BindException bind) {
        Throwable root = bind;
        for (Throwable cause = bind.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        String where = bind.getProperty() == null
                ? bind.getName().toString()
                : "%s = '%s'"
                        .formatted(
                                bind.getProperty().getName(), bind.getProperty().getValue());
        return "the setting %s cannot be used: %s; see docs/configuration.md".formatted(where, root.getMessage());
    }
}
