package io.novacron.goc.streaming.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Bodies of OTLP over HTTP: how they are packed, and in which of two forms they are written. */
final class OtlpBody {

    static final int DECODED_MOST = 32 << 20;
    static final int RATIO_MOST = 100;

    private OtlpBody() {}

    /** The form of a body; it is answered in the same. */
    enum Form {
        PROTOBUF("application/x-protobuf"),
        JSON("application/json");

        private final String media;

        Form(String media) {
            this.media = media;
        }

        String media() {
            return media;
        }

        /** @throws OperationsException UNSUPPORTED_MEDIA when it is neither */
        static Form of(String contentType) {
            String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            for (Form form : values()) {
                if (form.media.equals(type)) {
                    return form;
                }
            }
            throw new OperationsException(
                    ErrorCode.UNSUPPORTED_MEDIA,
                    "content type '%s' is not spoken here; send application/x-protobuf or application/json"
                            .formatted(contentType));
        }
    }

    /**
     * Unpacks a body, to at most 32 MiB or 100 times its size.
     *
     * @throws OperationsException TOO_LARGE, UNSUPPORTED_MEDIA or INVALID_INPUT
     */
    static byte[] read(byte[] sent, String encoding) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> sent;
            case "gzip" -> unpacked(sent);
            default ->
                throw new OperationsException(
                        ErrorCode.UNSUPPORTED_MEDIA,
                        "content encoding '%s' is not spoken here; send gzip or none".formatted(encoding));
        };
    }

    private static byte[] unpacked(byte[] sent) {
        long most = Math.min(DECODED_MOST, (long) sent.length * RATIO_MOST);
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] unpacked = gzip.readNBytes(Math.toIntExact(most) + 1);
            if (unpacked.length > most) {
                throw new OperationsException(
                        ErrorCode.TOO_LARGE,
                        "the body unpacks to more than %d bytes; at most %d bytes and %d times the packed size are taken"
                                .formatted(most, DECODED_MOST, RATIO_MOST));
            }
            return unpacked;
        } catch (IOException e) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "the body is no gzip: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a message into its builder, which it returns.
     *
     * @throws OperationsException INVALID_INPUT when the bytes are no such message
     */
    static Message.Builder merge(byte[] body, Form form, Message.Builder into) {
        try {
            if (form == Form.PROTOBUF) {
                into.mergeFrom(body);
            } else if (body.length > 0) {
                JsonFormat.parser().ignoringUnknownFields().merge(new String(body, StandardCharsets.UTF_8), into);
            }
            return into;
        } catch (InvalidProtocolBufferException e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the body is no %s in %s: %s"
                            .formatted(into.getDescriptorForType().getName(), form.media(), e.getMessage()),
                    e);
        }
    }

    /** Writes an answer. */
    static byte[] written(Message answer, Form form) {
        return form == Form.PROTOBUF ? answer.toByteArray() : json(answer).getBytes(StandardCharsets.UTF_8);
    }

    private static String json(MessageOrBuilder answer) {
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(answer);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an answer of ours cannot be written as JSON", e);
        }
    }
}
