-- What an indicator did in one past hour; the same-hour baseline is the median over the days.
create table baseline_hour (
    series_id bigint not null,
    hour_start timestamptz not null,
    median double precision not null,
    mad double precision not null,
    samples integer not null,
    primary key (hour_start, series_id)
);
