package io.novacron.goc.telemetry;

import static io.novacron.goc.telemetry.TimeTableStore.at;

import io.novacron.goc.kernel.TimeRange;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the blocks of each tier of what the one before it holds, in the database. What was made may be made again: the
 * first tier then takes in what came since, the others begin anew.
 */
final class BlockStore {

    private final JdbcClient jdbc;

    BlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void make(Tier tier, Instant block, SeriesChoice which) {
        if (tier != Tier.TEN_SECONDS) {
            jdbc.sql("delete from %s where t0 = :block and %s".formatted(tier.table(), which.sql()))
                    .param("block", at(block))
                    .params(which.parameters())
                    .update();
        }
        String statement = switch (tier) {
            case TEN_SECONDS -> MOVE;
            case MINUTE -> MINUTES;
            case HOUR -> HOURS;
        };
        jdbc.sql(statement.formatted(which.sql()))
                .param("block", at(block))
                .params(which.parameters())
                .update();
    }

    /** The oldest hour that began in the range for which points came after it was made, or {@code null}. */
    @Nullable
    Instant touched(TimeRange made) {
        OffsetDateTime oldest = jdbc.sql("""
                        select least((select min(t0) from rollup_10s where t0 >= :from and t0 < :until),
                                     (select min(t0) from backfill_point
                                       where t0 >= :from and t0 < :until and not mended)) as oldest
                        """)
                .param("from", at(made.from()))
                .param("until", at(made.until()))
                .query((row, number) -> row.getObject("oldest", OffsetDateTime.class))
                .optional()
                .orElse(null);
        return oldest == null ? null : Tier.TEN_SECONDS.blockAt(oldest.toInstant());
    }

    /** Series for which points of that hour came after it was made, at most so many. */
    List<Long> touched(Instant hour, int most) {
        return jdbc.sql("""
                        select series_id from rollup_10s
                         where t0 >= :hour and t0 < :hour::timestamptz + interval '1 hour'
                        union
                        select series_id from backfill_point where t0 = :hour and not mended
                         limit :most
                        """)
                .param("hour", at(hour))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Forgets points from long ago: those that were taken in an hour ago, and those past their time. */
    void forget(Instant cut) {
        jdbc.sql("""
                        delete from backfill_point
                         where t0 < :cut or mended and stored_at < now() - interval '1 hour'
                        """).param("cut", at(cut)).update();
    }

    /**
     * Takes segments and points from long ago out and into the block of their hour. Cells of segments add up; what a
     * segment has beyond the hour stays one. Points from long ago are counted by themselves: where a bucket has points
     * both ways, the fuller of the two counts.
     */
    private static final String MOVE = """
            with gone as (
                delete from rollup_10s
                 where t0 >= :block and t0 < :block::timestamptz + interval '1 hour' and %1$s
                returning series_id, t0, step_ms, last_ms, n, sum, min, max, last
            ), beyond as (
                insert into rollup_10s (series_id, t0, step_ms, last_ms, n, sum, min, max, last)
                select series_id, :block::timestamptz + interval '1 hour', step_ms, last_ms, n[first:], sum[first:],
                       min[first:], max[first:], last[first:]
                  from (select gone.*, (extract(epoch from :block::timestamptz + interval '1 hour' - t0) * 1000
                                        / step_ms)::integer + 1 as first from gone) as segment
                 where cardinality(n) >= first
            ), point as (
                update backfill_point set mended = true where t0 = :block and %1$s
                returning series_id, at_ms, value
            ), distinct_point as (
                select distinct on (series_id, single.at_ms) series_id, single.at_ms, single.value
                  from point, unnest(point.at_ms, point.value) as single (at_ms, value)
                 order by series_id, single.at_ms
            ), filled as (
                select series_id, ((at_ms - extract(epoch from :block::timestamptz)::bigint * 1000) / 10000)::smallint
                           as slot,
                       max(at_ms) as last_ms, count(*) as n, sum(value) as sum, min(value) as min, max(value) as max,
                       (array_agg(value order by at_ms desc))[1] as last
                  from distinct_point group by 1, 2
            ), old as (
                delete from rollup_10s_block
                 where t0 = :block and %1$s
                   and series_id in (select series_id from gone union all select series_id from filled)
                returning series_id, last_ms, slot, n, sum, min, max, last
            ), part as (
                select series_id, last_ms, (extract(epoch from t0 - :block::timestamptz)::integer / 10
                           + (cell.position - 1) * step_ms / 10000)::smallint as slot,
                       cell.n, cell.sum, cell.min, cell.max, cell.last
                  from gone,
                       unnest(gone.n, gone.sum, gone.min, gone.max, gone.last)
                           with ordinality as cell (n, sum, min, max, last, position)
                 where cell.n > 0
                union all
                select series_id, last_ms, coalesce(cell.slot, old.slot[1] + cell.position - 1)::smallint,
                       coalesce(cell.n, old.n[1]), coalesce(cell.sum, cell.last), coalesce(cell.min, cell.last),
                       coalesce(cell.max, cell.last), cell.last
                  from old,
                       unnest(old.slot, old.n, old.sum, old.min, old.max, old.last)
                           with ordinality as cell (slot, n, sum, min, max, last, position)
            ), merged as (
                select series_id, slot, max(last_ms) as last_ms, sum(n) as n, sum(sum) as sum, min(min) as min,
                       max(max) as max, (array_agg(last order by last_ms desc))[1] as last
                  from part where slot < 360 group by series_id, slot
            ), cell as (
                select distinct on (series_id, slot) series_id, slot, last_ms, n::integer, sum, min, max, last
                  from (select *, 0 as rank from merged union all select *, 1 from filled) as either
                 order by series_id, slot, n desc, rank
            )
            insert into rollup_10s_block (series_id, t0, last_ms, slot, n, sum, min, max, last)
            select series_id, :block::timestamptz, max(last_ms),
                   case when max(slot) - min(slot) + 1 = count(*) then array[min(slot)]
                        else array_agg(slot order by slot) end,
                   case when min(n) = max(n) then array[min(n)] else array_agg(n order by slot) end,
                   case when max(n) > 1 then array_agg(sum order by slot) end,
                   case when max(n) > 1 then array_agg(min order by slot) end,
                   case when max(n) > 1 then array_agg(max order by slot) end,
                   array_agg(last order by slot)
              from cell group by series_id
            """;

    /** What a counter was before its first bucket is looked up in the last 5 minutes of the hour before. */
    private static final String MINUTES = """
            insert into rollup_1m (series_id, t0, slot, n, sum, min, max, last, rise, resets)
            with fine as (
                select series_id, coalesce(cell.slot, block.slot[1] + cell.position - 1) as fine_slot,
                       coalesce(cell.n, block.n[1]) as n, coalesce(cell.sum, cell.last) as sum,
                       coalesce(cell.min, cell.last) as min, coalesce(cell.max, cell.last) as max, cell.last
                  from rollup_10s_block as block,
                       unnest(block.slot, block.n, block.sum, block.min, block.max, block.last)
                           with ordinality as cell (slot, n, sum, min, max, last, position)
                 where t0 = :block and %1$s
            ), earlier as (
                select series_id, last[cardinality(last)] as last from rollup_1m
                 where t0 = :block::timestamptz - interval '1 hour' and slot[cardinality(slot)] >= 55 and %1$s
            ), step as (
                select fine.*, coalesce(lag(fine.last) over (partition by series_id order by fine_slot), earlier.last)
                           as before
                  from fine left join earlier using (series_id)
            ), bucket as (
                select series_id, (fine_slot / 6)::smallint as slot,
                       sum(n)::integer as n, sum(sum) as sum, min(min) as min, max(max) as max,
                       (array_agg(last order by fine_slot desc))[1] as last,
                       sum(case when before is null then 0 when last >= before then last - before else last end) as rise,
                       (count(*) filter (where last < before))::integer as resets
                  from step
                 group by series_id, fine_slot / 6
            )
            select series_id, :block::timestamptz, array_agg(slot order by slot), array_agg(n order by slot),
                   array_agg(sum order by slot), array_agg(min order by slot), array_agg(max order by slot),
                   array_agg(last order by slot), array_agg(rise order by slot), array_agg(resets order by slot)
              from bucket group by series_id
            """;

    private static final String HOURS = """
            insert into rollup_1h (series_id, t0, slot, n, sum, min, max, last, rise, resets)
            with bucket as (
                select series_id, (extract(epoch from t0 - :block::timestamptz)::integer / 3600)::smallint as slot,
                       sum(cell.n)::integer as n, sum(cell.sum) as sum, min(cell.min) as min, max(cell.max) as max,
                       (array_agg(cell.last order by cell.slot desc))[1] as last,
                       sum(cell.rise) as rise, sum(cell.resets)::integer as resets
                  from rollup_1m,
                       unnest(slot, n, sum, min, max, last, rise, resets)
                           as cell (slot, n, sum, min, max, last, rise, resets)
                 where %1$s and t0 >= :block and t0 < :block::timestamptz + interval '1 day'
                 group by series_id, t0
            )
            select series_id, :block::timestamptz, array_agg(slot order by slot), array_agg(n order by slot),
                   array_agg(sum order by slot), array_agg(min order by slot), array_agg(max order by slot),
                   array_agg(last order by slot), array_agg(rise order by slot), array_agg(resets order by slot)
              from bucket group by series_id
            """;
}
