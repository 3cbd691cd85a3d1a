package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Lets only so many bodies into memory at once, over all doors, and none that is too large. */
@Component
public final class Turnstile {

    /** No body is larger, as sent. */
    public static final int BODY_MOST = 8 << 20;

    /** How many bodies are held at once. */
    public static final int BODIES_MOST = 8;

    private static final int TURN_WITHIN_SECONDS = 2;

    private final Semaphore bodies = new Semaphore(BODIES_MOST);

    /** Reads a body. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Reads while there is a place, which is given back at the end.
     *
     * @throws OperationsException OVERLOADED when no place becomes free soon
     */
    public <T> T pass(Reading<T> reading) throws IOException {
        waitForTurn();
        try {
            return reading.read();
        } finally {
            bodies.release();
        }
    }

    private void waitForTurn() {
        try {
            if (bodies.tryAcquire(TURN_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new OperationsException(
                ErrorCode.OVERLOADED, "%d bodies are being read; send again shortly".formatted(BODIES_MOST));
    }

    /** @throws OperationsException TOO_LARGE beyond {@value #BODY_MOST} bytes */
    public static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BODY_MOST) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(BODY_MOST + 1);
        if (body.length > BODY_MOST) {
            throw tooLarge();
        }
        return body;
    }

    private static OperationsException tooLarge() {
        return new OperationsException(
                ErrorCode.TOO_LARGE,
                "the body has more than %d bytes, which is the most that is taken; send smaller batches"
                        .formatted(BODY_MOST));
    }
}
