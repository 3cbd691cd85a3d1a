package io.novacron.goc.telemetry;

import static io.novacron.goc.telemetry.TimeTableStore.at;

import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tiers in the database: making them slice by slice, mending what was made, and reading them. */
@Component
class TierStore {

    private static final String SEGMENTS = "rollup_10s";

    /** With 100,000 series, to pack a slice of an hour takes the database 1.4 s, to make its minutes 0.7 s. */
    private static final int SLICES = 64;

    private final JdbcClient jdbc;
    private final TimeTableStore tables;
    private final BlockStore blocks;
    private final SketchStore sketches;
    private final int slices;

    @Autowired
    TierStore(JdbcClient jdbc) {
        this(jdbc, SLICES);
    }

    /**
     * @param slices series are taken in so many slices of their ids, so that no block is made in one long breath; a
     *     power of two
     */
    TierStore(JdbcClient jdbc, int slices) {
        this.jdbc = jdbc;
        this.tables = new TimeTableStore(jdbc);
        this.blocks = new BlockStore(jdbc);
        this.sketches = new SketchStore(jdbc);
        this.slices = slices;
    }

    int slices() {
        return slices;
    }

    /**
     * How far a tier was made.
     *
     * @param block the block that is being made, {@code null} before the first
     * @param slicesDone how many of its slices are made
     * @param keptHours how long the tier is kept, {@code null} for what the settings say
     */
    record Progress(
            @Nullable Instant block,
            int slicesDone,
            @Nullable Integer keptHours) {}

    Progress progress(Tier tier) {
        return jdbc.sql("select block, slices_done, kept_hours from rollup_tier where name = :name")
                .param("name", tier.table())
                .query((row, number) -> new Progress(
                        row.getObject("block", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("block", OffsetDateTime.class).toInstant(),
                        row.getInt("slices_done"),
                        row.getObject("kept_hours", Integer.class)))
                .single();
    }

    /** The start of the oldest block that is stored, or {@code null}. */
    @Nullable
    Instant oldest(Tier tier) {
        return oldestOf(tier.table());
    }

    /** The start of the oldest segment that is not in a block yet, or {@code null}. */
    @Nullable
    Instant oldestSegment() {
        return oldestOf(SEGMENTS);
    }

    /** The oldest hour that began in the range for which points came after it was made, or {@code null}. */
    @Nullable
    Instant touched(TimeRange made) {
        return blocks.touched(made);
    }

    private @Nullable Instant oldestOf(String table) {
        OffsetDateTime oldest = jdbc.sql("select min(t0) as oldest from " + table)
                .query((row, number) -> row.getObject("oldest", OffsetDateTime.class))
                .optional()
                .orElse(null);
        return oldest == null ? null : oldest.toInstant();
    }

    void keepFor(Tier tier, int hours) {
        jdbc.sql("update rollup_tier set kept_hours = :hours where name = :name")
                .param("hours", hours)
                .param("name", tier.table())
                .update();
    }

    /** Where the database can, it drops by itself what is older. */
    void retain(Tier tier, Duration time) {
        for (String table : List.of(tier.table(), tier.sketchTable())) {
            jdbc.sql("select goc_retain(:table, :hours * interval '1 hour')")
                    .param("table", table)
                    .param("hours", time.toHours())
                    .query(Boolean.class)
                    .single();
        }
    }

    /** Begins a block. */
    void begin(Tier tier, Instant block) {
        jdbc.sql("update rollup_tier set block = :block, slices_done = 0 where name = :name")
                .param("block", at(block))
                .param("name", tier.table())
                .update();
    }

    /**
     * Makes one slice of a block, anew if it was made before, and notes that. Of two nodes that do so at once, one
     * waits for the other.
     */
    @Transactional
    public void make(Tier tier, Instant block, int slice) {
        lock(tier);
        make(tier, block, SeriesChoice.between(lowestId(slice), lowestId(slice) + width() - 1));
        jdbc.sql("update rollup_tier set slices_done = :done where name = :name and block = :block")
                .param("done", slice + 1)
                .param("name", tier.table())
                .param("block", at(block))
                .update();
    }

    /**
     * Makes an hour again for series for which points came after it was made, and what was made of it and of the hour
     * after it; so many series at most.
     *
     * @return false when there are none
     */
    @Transactional
    public boolean mend(Instant hour, int seriesMost) {
        lock(Tier.TEN_SECONDS);
        List<Long> series = blocks.touched(hour, seriesMost);
        if (series.isEmpty()) {
            return false;
        }
        SeriesChoice which = SeriesChoice.listed(series);
        make(Tier.TEN_SECONDS, hour, which);
        Instant after = hour.plus(Tier.MINUTE.block());
        remake(Tier.MINUTE, List.of(hour, after), which);
        remake(Tier.HOUR, List.of(Tier.HOUR.blockAt(hour), Tier.HOUR.blockAt(after)), which);
        return true;
    }

    private void make(Tier tier, Instant block, SeriesChoice which) {
        blocks.make(tier, block, which);
        sketches.make(tier, block, which);
    }

    private void remake(Tier tier, List<Instant> at, SeriesChoice which) {
        lock(tier);
        Instant begun = progress(tier).block();
        at.stream()
                .distinct()
                .filter(block -> begun != null && !block.isAfter(begun))
                .forEach(block -> make(tier, block, which));
    }

    private void lock(Tier tier) {
        jdbc.sql("select slices_done from rollup_tier where name = :name for update")
                .param("name", tier.table())
                .query(Integer.class)
                .single();
    }

    /** Ids are hashes over all 64 bits, so that equal ranges of them hold about equally many series. */
    private long lowestId(int slice) {
        return Long.MIN_VALUE + slice * width();
    }

    private long width() {
        return 1L << Long.SIZE - Integer.numberOfTrailingZeros(slices);
    }

    /** The stored blocks of these series, by id, that overlap the range, oldest first. */
    List<TierRow> rows(Tier tier, Collection<Long> seriesIds, TimeRange range) {
        return jdbc.sql("""
                        select series_id, t0, slot, n, sum, min, max, last, rise, resets from %s
                         where series_id = any(:series) and t0 > :from and t0 < :until
                         order by series_id, t0
                        """.formatted(tier.table()))
                .param("series", seriesIds.toArray(Long[]::new))
                .param("from", at(range.from().minus(tier.block())))
                .param("until", at(range.until()))
                .query((row, number) -> new TierRow(
                        row.getLong("series_id"),
                        row.getTimestamp("t0").getTime(),
                        SegmentStore.ints(row.getArray("slot")),
                        SegmentStore.doubles(row.getArray("n")),
                        SegmentStore.doubles(row.getArray("sum")),
                        SegmentStore.doubles(row.getArray("min")),
                        SegmentStore.doubles(row.getArray("max")),
                        SegmentStore.doubles(row.getArray("last")),
                        SegmentStore.doubles(row.getArray("rise")),
                        SegmentStore.doubles(row.getArray("resets"))))
                .list();
    }

    /**
     * Drops room for segments that is empty, and points from long ago that were taken in or are past their time.
     *
     * @param madeUntil nobody writes before, but late
     */
    @Transactional
    public void tidySegments(Instant madeUntil, Instant cut) {
        tables.dropEmptied(SEGMENTS, madeUntil);
        blocks.forget(cut);
    }

    /** Makes room for blocks of the range and drops those that ended before the cut. */
    void keep(Tier tier, TimeRange range, Instant cut) {
        tables.makeRoom(tier.table(), range.from(), range.until());
        tables.dropBefore(tier.table(), cut);
        sketches.dropBefore(tier, cut);
    }

    /** The sketches of these series whose bucket begins in the span, by id and start, epoch milliseconds. */
    Map<Long, Map<Long, QuantileSketch>> sketches(Tier tier, Collection<Long> seriesIds, TimeSpan span) {
        return sketches.read(tier, seriesIds, span);
    }

    /** Bytes that a tier takes with its indexes. */
    long bytes(Tier tier) {
        return bytesOf(tier.table());
    }

    /** Bytes of segments that are not in a block yet. */
    long segmentBytes() {
        return bytesOf(SEGMENTS);
    }

    private long bytesOf(String table) {
        return jdbc.sql("""
                        select case (select mode from timescale_mode)
                               when 'native' then (select coalesce(sum(pg_total_relation_size(inhrelid)), 0)
                                                     from pg_inherits where inhparent = :table::regclass)
                               else goc_hypertable_size(:table) end
                        """).param("table", table).query(Long.class).single();
    }
}
