package io.novacron.goc.streaming.otlp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where OpenTelemetry may send to. The paths of OTLP over HTTP are open at the address of the screens as well.
 *
 * @param httpPort port of OTLP over HTTP beside that of the screens; 0 for none
 * @param grpcPort port of OTLP over gRPC; 0 for none
 */
@ConfigurationProperties("goc.otlp")
public record OtlpSettings(
        @DefaultValue("4318") int httpPort,
        @DefaultValue("4317") int grpcPort) {

    public OtlpSettings {
        if (httpPort < 0 || httpPort > 65_535 || grpcPort < 0 || grpcPort > 65_535) {
            throw new IllegalArgumentException("goc.otlp.http-port is %d and goc.otlp.grpc-port %d; give 0 to 65535"
                    .formatted(httpPort, grpcPort));
        }
    }
}
