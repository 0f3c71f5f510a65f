-- What contributions add up to, by area and month of counts_on. A command adds to `contribution_recent`, so that no two wait for the same total;
-- the worker moves these rows into `contribution_total`. A figure is both together. See docs/decisions/0005-counting-two-clocks.md.
create table {{schema}}.contribution_total (
  indicator text not null,
  rule_version integer not null,
  measure text not null,
  area text collate "C" not null,
  month date not null,
  amount numeric not null,
  primary key (indicator, rule_version, month, measure, area)
);
create table {{schema}}.contribution_recent (
  indicator text not null,
  rule_version integer not null,
  measure text not null,
  area text collate "C" not null,
  month date not null,
  amount numeric not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
insert into {{schema}}.contribution_total (indicator, rule_version, measure, area, month, amount)
select indicator, rule_version, measure, area, date_trunc('month', counts_on::timestamp)::date, sum(amount) from {{schema}}.contribution group by 1, 2, 3, 4, 5;

-- Months that are no longer what was known at their end: rows recorded after it, wherever on earth the month ends, and entries that were withdrawn.
create index contribution_late on {{schema}}.contribution (indicator, rule_version, measure, counts_on)
  where recorded_at >= (date_trunc('month', counts_on::timestamp) + interval '1 month' - interval '14 hours') at time zone 'UTC';
create index event_entry_revoked on {{schema}}.event_entry (register, entry) where act = 'revoke';
