-- How many rows of an import came out how: the page asks twice a second, and counting 200,000 rows each time costs more than putting them in.
alter table {{schema}}.import add column counts jsonb not null
  default '{"new": 0, "changed": 0, "unchanged": 0, "wrong": 0, "conflict": 0, "applied": 0, "warned": 0}';
update {{schema}}.import own set counts = counted.counts from (
  select import, jsonb_build_object(
      'new', count(*) filter (where outcome = 'new'), 'changed', count(*) filter (where outcome = 'changed'),
      'unchanged', count(*) filter (where outcome = 'unchanged'), 'wrong', count(*) filter (where outcome = 'wrong'),
      'conflict', count(*) filter (where outcome = 'conflict'), 'applied', count(applied_at),
      'warned', count(*) filter (where warnings <> '[]')) as counts
    from {{schema}}.import_row group by import) counted
  where counted.import = own.id;
