package io.novacron.goc.streaming.otlp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens the port that senders of OTLP over HTTP expect beside that of the screens; only their paths answer there. A
 * port that is taken is told, and the house goes on.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HttpDoor extends OncePerRequestFilter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

    private final OtlpSettings settings;

    HttpDoor(OtlpSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.httpPort() == 0) {
            return;
        }
        InetAddress address = factory.getAddress() == null ? InetAddress.getLoopbackAddress() : factory.getAddress();
        if (!isFree(address)) {
            return;
        }
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(settings.httpPort());
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(address);
        }
        factory.addAdditionalConnectors(connector);
    }

    private boolean isFree(InetAddress address) {
        try (ServerSocket trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(new InetSocketAddress(address, settings.httpPort()));
            return true;
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("port", settings.httpPort())
                    .addKeyValue("reason", e.getMessage())
                    .log("OTLP over HTTP has no port of its own: it is taken; set goc.otlp.http-port, or 0 to do"
                            + " without; its paths are open at the address of the screens");
            return false;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean ours = request.getLocalPort() == settings.httpPort();
        if (ours && !request.getRequestURI().startsWith("/v1/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
