package io.novacron.goc.telemetry.window;

import java.util.Arrays;

/**
 * The points of many series, compressed. Within a series times rise. One thread at a time, except that a
 * {@link Copy} belongs to whom it was given.
 */
public final class CompressedPoints {

    private final Chunks chunks;
    private final ChunkWriter writer = new ChunkWriter();
    private long[] lines = new long[1_024 * ChunkWriter.LINE];
    private long held;

    public CompressedPoints(Chunks chunks) {
        this.chunks = chunks;
    }

    /** Makes sure that series up to this index can be added to. */
    public void ensure(int highestIndex) {
        int needed = (highestIndex + 1) * ChunkWriter.LINE;
        if (needed > lines.length) {
            lines = Arrays.copyOf(lines, Math.max(needed, lines.length * 2));
        }
    }

    /**
     * Adds a point that is newer than the last of its series.
     *
     * @param cutMs what is older may be dropped
     * @return false when there is no memory for it
     */
    public boolean add(int index, long timeMs, double value, long cutMs) {
        int at = index * ChunkWriter.LINE;
        if (!ChunkWriter.holds(lines, at)) {
            return first(at, timeMs, value);
        }
        writer.load(lines, at, chunks);
        long written = Scale.shift(value, writer.scale);
        int least = 0;
        if (written == Scale.MISFIT && writer.scale != Scale.BITS) {
            least = writer.scale + 1;
        } else if (writer.append(timeMs, written)) {
            writer.store(lines, at);
            held++;
            return true;
        }
        return following(at, timeMs, value, least, cutMs);
    }

    private boolean first(int at, long timeMs, double value) {
        int chunk = chunks.take();
        if (chunk == Chunks.NONE) {
            return false;
        }
        writer.head = chunk;
        begin(at, chunk, timeMs, value, 0);
        return true;
    }

    private boolean following(int at, long timeMs, double value, int leastScale, long cutMs) {
        writer.seal();
        expire(at, cutMs);
        int chunk = chunks.take();
        if (chunk == Chunks.NONE) {
            return false;
        }
        int before = ChunkWriter.tail(lines, at);
        writer.head = ChunkWriter.head(lines, at);
        chunks.link(before, chunk);
        begin(at, chunk, timeMs, value, leastScale);
        return true;
    }

    private void begin(int at, int chunk, long timeMs, double value, int leastScale) {
        int scale = Scale.fitting(value, leastScale);
        writer.begin(chunks, chunk, timeMs, scale, Scale.shift(value, scale));
        writer.title(timeMs);
        writer.store(lines, at);
        held++;
    }

    /** Gives back the chunks of a series all of whose points are older than the cut, but for its last chunk. */
    private void expire(int at, long cutMs) {
        int head = ChunkWriter.head(lines, at);
        int tail = ChunkWriter.tail(lines, at);
        while (head != tail) {
            int next = chunks.next(head);
            if (ChunkReader.firstTime(chunks.page(next)[Chunks.offset(next)]) > cutMs) {
                break;
            }
            held -= ChunkReader.count(chunks.page(head)[Chunks.offset(head)]);
            chunks.give(head);
            head = next;
        }
        ChunkWriter.chain(lines, at, head, tail);
    }

    /** Gives back every chunk all of whose points are older than the cut. */
    public void dropBefore(long cutMs) {
        for (int at = 0; at < lines.length; at += ChunkWriter.LINE) {
            if (!ChunkWriter.holds(lines, at)) {
                continue;
            }
            expire(at, cutMs);
            if (ChunkWriter.lastTime(lines, at) < cutMs) {
                held -= ChunkWriter.count(lines, at);
                chunks.give(ChunkWriter.tail(lines, at));
                Arrays.fill(lines, at, at + ChunkWriter.LINE, 0);
            }
        }
    }

    /** How many points are held. */
    public long held() {
        return held;
    }

    /** The newest time of a series, or {@link Long#MIN_VALUE}. */
    public long lastTimeMs(int index) {
        int at = index * ChunkWriter.LINE;
        return at < lines.length && ChunkWriter.holds(lines, at) ? ChunkWriter.lastTime(lines, at) : Long.MIN_VALUE;
    }

    /** The chunks of a series that may hold points from {@code fromMs} on, as they are now. */
    public Copy copy(int index, long fromMs) {
        int at = index * ChunkWriter.LINE;
        if (at >= lines.length || !ChunkWriter.holds(lines, at)) {
            return Copy.NONE;
        }
        writer.load(lines, at, chunks);
        writer.seal();
        int first = writer.head;
        int many = 1;
        for (int chunk = first; chunk != writer.tail; chunk = chunks.next(chunk)) {
            int next = chunks.next(chunk);
            if (ChunkReader.firstTime(chunks.page(next)[Chunks.offset(next)]) <= fromMs) {
                first = next;
                many = 1;
            } else {
                many++;
            }
        }
        long[] words = new long[many * Chunks.WORDS];
        for (int i = 0; i < many; i++) {
            System.arraycopy(chunks.page(first), Chunks.offset(first), words, i * Chunks.WORDS, Chunks.WORDS);
            first = chunks.next(first);
        }
        return new Copy(words);
    }

    /** Chunks of one series, oldest first, to be read at leisure. */
    public static final class Copy {

        static final Copy NONE = new Copy(new long[0]);

        private final long[] words;

        private Copy(long[] words) {
            this.words = words;
        }

        /** Takes points, oldest first. */
        @FunctionalInterface
        public interface Taker {
            void take(long timeMs, double value);
        }

        /** How many points there are. */
        public int size() {
            int size = 0;
            for (int offset = 0; offset < words.length; offset += Chunks.WORDS) {
                size += ChunkReader.count(words[offset]);
            }
            return size;
        }

        /** Whether there is a point of this time. */
        public boolean holds(long timeMs) {
            for (int offset = 0; offset < words.length; offset += Chunks.WORDS) {
                ChunkReader reader = new ChunkReader(words, offset);
                while (reader.advance()) {
                    if (reader.timeMs() >= timeMs) {
                        return reader.timeMs() == timeMs;
                    }
                }
            }
            return false;
        }

        public void read(Taker taker) {
            for (int offset = 0; offset < words.length; offset += Chunks.WORDS) {
                ChunkReader reader = new ChunkReader(words, offset);
                while (reader.advance()) {
                    taker.take(reader.timeMs(), reader.value());
                }
            }
        }
    }
}
