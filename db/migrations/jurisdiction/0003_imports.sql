-- An import is kept, so that it survives a restart: what was uploaded, how far it is, and what became of each row of the sheet.
create table {{schema}}.import (
  id uuid primary key,
  register text not null,
  file_sha256 text not null,
  file_name text not null,
  person uuid not null,
  post uuid not null,
  request text not null,
  state text not null check (state in ('reading', 'ready', 'applying', 'done', 'cancelled', 'failed')),
  mode text check (mode in ('good', 'all')),
  cancel_asked boolean not null default false,
  -- What is told of the sheet as a whole: heads that are missing, unknown or moved.
  notes jsonb not null default '[]',
  -- The heads as they stand in the sheet: the row of the heads, and the column of each field.
  heads jsonb,
  rows_read integer not null default 0,
  -- Why nothing was read or applied.
  fault jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- The process that works on it, and until when it is believed to.
  lease_by uuid,
  lease_until timestamptz
);
create index import_own on {{schema}}.import (person, created_at desc);
create index import_waiting on {{schema}}.import (created_at) where state in ('reading', 'applying');

create table {{schema}}.import_row (
  import uuid not null references {{schema}}.import on delete cascade,
  row integer not null,
  outcome text not null check (outcome in ('new', 'changed', 'unchanged', 'wrong', 'conflict')),
  title text not null,
  -- The entry the row is about, and the version it was held against.
  entry uuid,
  version integer,
  -- What the row gives, by field; personal data is sealed.
  given jsonb not null,
  -- Of a changed entry: field → the value it gets.
  changes jsonb not null default '[]',
  faults jsonb not null default '[]',
  -- The same for rows that give the same: an entry made from such a row is found again.
  content text not null,
  applied_at timestamptz,
  primary key (import, row)
);
create index import_row_outcome on {{schema}}.import_row (import, outcome, row);
create index import_row_content on {{schema}}.import_row (content) where applied_at is not null;
