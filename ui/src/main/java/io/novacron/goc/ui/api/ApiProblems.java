package io.novacron.goc.ui.api;

import io.novacron.goc.db.ServerTrouble;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers operating errors as problem documents (RFC 9457). What should be sent again gets a jittered Retry-After. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
final class ApiProblems {

    private static final int RETRY_AFTER_LEAST = 1;
    private static final int RETRY_AFTER_SPREAD = 5;

    private final Ids ids;

    ApiProblems(Ids ids) {
        this.ids = ids;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(OperationsException error) {
        HttpStatus status = status(error.code());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, error.explanation());
        problem.setProperty("code", error.code().name());
        problem.setProperty("reaction", error.code().reaction().name());
        HttpHeaders headers = new HttpHeaders();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            int jitter = Byte.toUnsignedInt(ids.secret(1)[0]) % RETRY_AFTER_SPREAD;
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_LEAST + jitter));
        }
        return new ResponseEntity<>(problem, headers, status);
    }

    /** A body that breaks a rule of ours says which; one that is no JSON of this shape says so. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof OperationsException refusal) {
                return on(refusal);
            }
        }
        return on(new OperationsException(
                ErrorCode.INVALID_INPUT,
                "the body is not the JSON that is expected here; /openapi.json says what to send",
                unreadable));
    }

    /** The server's own trouble is answered like any other; a wrong statement is a mistake of ours, and stays one. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> on(NestedRuntimeException failure) {
        ServerTrouble trouble = ServerTrouble.in(failure).orElseThrow(() -> failure);
        ErrorCode code = switch (trouble) {
            case DISK_FULL -> ErrorCode.DISK_FULL;
            case UNREACHABLE -> ErrorCode.DATABASE_UNAVAILABLE;
        };
        return on(new OperationsException(code, trouble.advice(), failure));
    }

    static HttpStatus status(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_MEDIA -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT, RESOURCE_TAKEN -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFIGURATION -> HttpStatus.INTERNAL_SERVER_ERROR;
            case DATABASE_UNAVAILABLE, BROKER_UNAVAILABLE, OVERLOADED, DISK_FULL -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
