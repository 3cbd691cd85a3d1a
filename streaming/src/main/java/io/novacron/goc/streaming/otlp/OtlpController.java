package io.novacron.goc.streaming.otlp;

import com.google.protobuf.Message;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.collect.Turnstile;
import io.novacron.goc.streaming.otlp.OtlpIntake.LeftOut;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * OTLP over HTTP. A sender is told 200 only after the broker has acknowledged. It drops what is answered with 400, 413
 * or 415 and keeps what is answered with 503: so pressure is always a 503. Source: OpenTelemetry Protocol
 * specification, "OTLP/HTTP Response".
 */
@RestController
final class OtlpController {

    private static final int RETRY_AFTER_LEAST = 1;
    private static final int RETRY_AFTER_SPREAD = 5;

    private final OtlpIntake intake;
    private final Turnstile turnstile;
    private final Ids ids;

    OtlpController(OtlpIntake intake, Turnstile turnstile, Ids ids) {
        this.intake = intake;
        this.turnstile = turnstile;
        this.ids = ids;
    }

    /** Takes metrics. */
    @PostMapping("/v1/metrics")
    ResponseEntity<byte[]> metrics(
            HttpServletRequest request,
            Principal sender,
            @RequestHeader(name = "Content-Type", defaultValue = "") String type,
            @RequestHeader(name = "Content-Encoding", defaultValue = "") String encoding)
            throws IOException {
        return answer(
                new Request(request, sender, type, encoding),
                ExportMetricsServiceRequest.newBuilder(),
                (body, source) -> {
                    LeftOut left = intake.take(((ExportMetricsServiceRequest.Builder) body).build(), source);
                    return metricsAnswer(left);
                });
    }

    /** Counts logs. */
    @PostMapping("/v1/logs")
    ResponseEntity<byte[]> logs(
            HttpServletRequest request,
            Principal sender,
            @RequestHeader(name = "Content-Type", defaultValue = "") String type,
            @RequestHeader(name = "Content-Encoding", defaultValue = "") String encoding)
            throws IOException {
        return answer(
                new Request(request, sender, type, encoding),
                ExportLogsServiceRequest.newBuilder(),
                (body, source) -> logsAnswer(intake.count(((ExportLogsServiceRequest.Builder) body).build(), source)));
    }

    /** Counts traces. */
    @PostMapping("/v1/traces")
    ResponseEntity<byte[]> traces(
            HttpServletRequest request,
            Principal sender,
            @RequestHeader(name = "Content-Type", defaultValue = "") String type,
            @RequestHeader(name = "Content-Encoding", defaultValue = "") String encoding)
            throws IOException {
        return answer(
                new Request(request, sender, type, encoding),
                ExportTraceServiceRequest.newBuilder(),
                (body, source) ->
                        tracesAnswer(intake.count(((ExportTraceServiceRequest.Builder) body).build(), source)));
    }

    /** A request as it came. */
    private record Request(HttpServletRequest http, Principal sender, String type, String encoding) {

        String source() {
            return "otlp-http:" + sender.getName();
        }
    }

    private ResponseEntity<byte[]> answer(
            Request request, Message.Builder body, BiFunction<Message.Builder, String, Message> take)
            throws IOException {
        OtlpBody.Form form = OtlpBody.Form.PROTOBUF;
        try {
            form = OtlpBody.Form.of(request.type());
            OtlpBody.Form known = form;
            Message.Builder read = turnstile.pass(() ->
                    OtlpBody.merge(OtlpBody.read(Turnstile.body(request.http()), request.encoding()), known, body));
            return answered(HttpStatus.OK, form, take.apply(read, request.source()));
        } catch (OperationsException e) {
            return refusal(form, intake.refused(request.source(), e));
        }
    }

    private static ResponseEntity<byte[]> answered(HttpStatus status, OtlpBody.Form form, Message answer) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, form.media())
                .body(OtlpBody.written(answer, form));
    }

    private ResponseEntity<byte[]> refusal(OtlpBody.Form form, OperationsException why) {
        HttpStatus status = switch (why.code()) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_MEDIA -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case INVALID_INPUT -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        Code code = status == HttpStatus.SERVICE_UNAVAILABLE ? Code.UNAVAILABLE : Code.INVALID_ARGUMENT;
        ResponseEntity<byte[]> answer = answered(
                status,
                form,
                Status.newBuilder()
                        .setCode(code.getNumber())
                        .setMessage(why.explanation())
                        .build());
        if (status != HttpStatus.SERVICE_UNAVAILABLE) {
            return answer;
        }
        int jitter = Byte.toUnsignedInt(ids.secret(1)[0]) % RETRY_AFTER_SPREAD;
        return ResponseEntity.status(status)
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_LEAST + jitter))
                .body(answer.getBody());
    }

    static ExportMetricsServiceResponse metricsAnswer(LeftOut left) {
        ExportMetricsServiceResponse.Builder answer = ExportMetricsServiceResponse.newBuilder();
        if (left.many() > 0) {
            answer.setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(left.many())
                    .setErrorMessage(left.why()));
        }
        return answer.build();
    }

    static ExportLogsServiceResponse logsAnswer(LeftOut left) {
        ExportLogsServiceResponse.Builder answer = ExportLogsServiceResponse.newBuilder();
        if (left.many() > 0) {
            answer.setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                    .setRejectedLogRecords(left.many())
                    .setErrorMessage(left.why()));
        }
        return answer.build();
    }

    static ExportTraceServiceResponse tracesAnswer(LeftOut left) {
        ExportTraceServiceResponse.Builder answer = ExportTraceServiceResponse.newBuilder();
        if (left.many() > 0) {
            answer.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(left.many())
                    .setErrorMessage(left.why()));
        }
        return answer.build();
    }
}
