-- A new row of a sheet as it will stand in its register: it goes in by one statement a set, without being worked out a second time.
-- What is known of every row stays in import_row, which is narrow now and rewritten when a row goes in. See docs/decisions/0047.
create table {{schema}}.import_ready (
  import uuid not null,
  row integer not null,
  -- The number that the entry gets.
  entry uuid not null,
  -- The columns it fills, by name; personal data is sealed.
  columns json not null,
  -- What it adds to the ledger of figures.
  adds json not null,
  -- What it is known by: an entry that is known by the same must not have come meanwhile.
  known_by json not null,
  primary key (import, row)
);
-- Null of a row that is ready.
alter table {{schema}}.import_row alter column given drop not null;
-- By whom, on which day and by which definition rows were judged, and the codes they name.
alter table {{schema}}.import add column judged jsonb;

-- A row that goes in gets a new version of itself on its own page and no new keys in any index: nothing that changes then is in one.
alter table {{schema}}.import_row set (fillfactor = 70);
drop index {{schema}}.import_row_content;
create index import_row_content on {{schema}}.import_row (content) where outcome in ('new', 'changed');
