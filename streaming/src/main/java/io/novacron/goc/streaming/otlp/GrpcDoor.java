package io.novacron.goc.streaming.otlp;

import com.google.protobuf.Message;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.novacron.goc.access.ApiToken;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import io.novacron.goc.kernel.OperationsException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** OTLP over gRPC, without TLS, for those who have a token. A port that is taken is told, and the house goes on. */
@Component
final class GrpcDoor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GrpcDoor.class);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<String> SOURCE = Context.key("source");
    private static final String SCHEME = "Bearer ";
    private static final int STOP_WITHIN_SECONDS = 5;
    private static final int CALLS_MOST = 8;

    private final OtlpIntake intake;
    private final OtlpSettings settings;
    private final Tokens tokens;
    private final String address;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Server server;

    GrpcDoor(OtlpIntake intake, OtlpSettings settings, Tokens tokens, Environment environment) {
        this.intake = intake;
        this.settings = settings;
        this.tokens = tokens;
        this.address = environment.getProperty("server.address", "127.0.0.1");
    }

    @Override
    public void start() {
        if (settings.grpcPort() == 0) {
            return;
        }
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(address, settings.grpcPort()))
                    .executor(calls)
                    .maxConcurrentCallsPerConnection(CALLS_MOST)
                    .maxInboundMessageSize(OtlpBody.DECODED_MOST)
                    .intercept(new Guard())
                    .addService(new Metrics())
                    .addService(new Logs())
                    .addService(new Traces())
                    .build()
                    .start();
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("port", settings.grpcPort())
                    .addKeyValue("reason", e.getMessage())
                    .log("OTLP over gRPC is closed: its port is taken; set goc.otlp.grpc-port, or 0 to do without");
        }
    }

    @Override
    public void stop() {
        Server running = server;
        if (running != null) {
            server = null;
            running.shutdown();
            try {
                if (!running.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        calls.shutdown();
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Lets in whom a token allows to write telemetry. */
    private final class Guard implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            Status refusal;
            try {
                Optional<ApiToken> token = tokens.verify(secret(headers.get(AUTHORIZATION)));
                if (token.isPresent() && token.get().scopes().contains(TokenScope.TELEMETRY_WRITE)) {
                    Context context = Context.current()
                            .withValue(SOURCE, "otlp-grpc:" + token.get().name());
                    return Contexts.interceptCall(context, call, headers, next);
                }
                refusal = token.isPresent()
                        ? Status.PERMISSION_DENIED.withDescription("the token lacks the scope TELEMETRY_WRITE")
                        : Status.UNAUTHENTICATED.withDescription("send authorization: Bearer and a token");
            } catch (DataAccessException e) {
                refusal = Status.UNAVAILABLE
                        .withDescription("the database is away, so that no token can be checked; send again")
                        .withCause(e);
            }
            call.close(refusal, new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }

    private static String secret(@Nullable String header) {
        return header != null && header.startsWith(SCHEME)
                ? header.substring(SCHEME.length()).strip()
                : "";
    }

    private <A extends Message> void answer(StreamObserver<A> to, Function<String, A> take) {
        String source = SOURCE.get();
        try {
            to.onNext(take.apply(source));
            to.onCompleted();
        } catch (OperationsException e) {
            to.onError(status(intake.refused(source, e)).asRuntimeException());
        }
    }

    private static Status status(OperationsException why) {
        Status status = switch (why.code()) {
            case TOO_LARGE, INVALID_INPUT -> Status.INVALID_ARGUMENT;
            default -> Status.UNAVAILABLE;
        };
        return status.withDescription(why.explanation());
    }

    /** Takes metrics. */
    private final class Metrics extends MetricsServiceGrpc.MetricsServiceImplBase {
        @Override
        public void export(ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> to) {
            answer(to, source -> OtlpController.metricsAnswer(intake.take(request, source)));
        }
    }

    /** Counts logs. */
    private final class Logs extends LogsServiceGrpc.LogsServiceImplBase {
        @Override
        public void export(ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> to) {
            answer(to, source -> OtlpController.logsAnswer(intake.count(request, source)));
        }
    }

    /** Counts traces. */
    private final class Traces extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> to) {
            answer(to, source -> OtlpController.tracesAnswer(intake.count(request, source)));
        }
    }
}
