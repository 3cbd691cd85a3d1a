-- The segments as rows, one a bucket, for any SQL tool.
create view rollup_10s_bucket as
select series_id, at, sum(n) as n, sum(total) as sum, min(least) as min, max(most) as max,
       (array_agg(final order by last_ms desc))[1] as last
  from (select series_id, last_ms, t0 + (part.position - 1) * step_ms * interval '1 millisecond' as at,
               part.n, part.sum as total, part.min as least, part.max as most, part.last as final
          from rollup_10s,
               unnest(n, sum, min, max, last) with ordinality as part (n, sum, min, max, last, position)
         where part.n > 0) as bucket
 group by series_id, at;
