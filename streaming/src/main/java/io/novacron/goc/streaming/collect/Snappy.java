package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.io.IOException;

/** Opens snappy blocks from strangers: the declared length is judged before a byte is allocated. */
final class Snappy {

    static final int DECODED_MOST = 32 << 20;
    static final int RATIO_MOST = 100;

    private Snappy() {}

    /**
     * Returns how many bytes the block says it holds.
     *
     * @throws OperationsException TOO_LARGE when that is more than 32 MiB or more than 100 times its size;
     *     INVALID_INPUT when it is no snappy block
     */
    static int decodedLength(byte[] block) {
        long declared = declaredLength(block);
        if (declared > DECODED_MOST || declared > (long) block.length * RATIO_MOST) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "the body declares %d decoded bytes for %d encoded; at most %d bytes and %d times the encoded size are allowed"
                            .formatted(declared, block.length, DECODED_MOST, RATIO_MOST));
        }
        return (int) declared;
    }

    /**
     * Decodes the block, whose length {@link #decodedLength} allowed, to the beginning of {@code decoded}; returns how
     * many bytes it holds.
     *
     * @throws OperationsException INVALID_INPUT when it is no snappy block
     */
    static int decode(byte[] block, byte[] decoded) {
        int declared = decodedLength(block);
        try {
            int length = org.xerial.snappy.Snappy.uncompress(block, 0, block.length, decoded, 0);
            if (length != declared) {
                throw malformed("it holds %d bytes but declares %d".formatted(length, declared), null);
            }
            return length;
        } catch (IOException e) {
            throw malformed(String.valueOf(e.getMessage()), e);
        }
    }

    /** The varint at the start of a block. */
    private static long declaredLength(byte[] block) {
        long length = 0;
        for (int i = 0; i < 5; i++) {
            if (i >= block.length) {
                throw malformed("it ends within its length", null);
            }
            length |= (long) (block[i] & 0x7f) << (7 * i);
            if (block[i] >= 0) {
                return length;
            }
        }
        throw malformed("its length has more than five bytes", null);
    }

    private static OperationsException malformed(String why, @org.jspecify.annotations.Nullable Exception cause) {
        return new OperationsException(ErrorCode.INVALID_INPUT, "the body is no snappy block: " + why, cause);
    }
}
