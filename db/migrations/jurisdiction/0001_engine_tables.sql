-- What every jurisdiction has besides its registers: definitions, events, contributions, idempotency, files, refusals.

create table {{schema}}.definition (
  name text not null,
  version integer not null,
  hash text not null,
  body jsonb not null,
  installed_at timestamptz not null,
  primary key (name, version)
);

-- An act: who, as which post, by which command, when, why. What changed is read from the versions.
create table {{schema}}.event (
  id uuid primary key,
  at timestamptz not null,
  person uuid not null,
  post uuid not null,
  command text not null,
  reason text,
  request text not null,
  xid xid8 not null default pg_current_xact_id()
);
create index event_at on {{schema}}.event (at desc, id desc);
create index event_person on {{schema}}.event (person, at desc);

create table {{schema}}.event_entry (
  event uuid not null references {{schema}}.event deferrable initially deferred,
  register text not null,
  entry uuid not null,
  version integer not null,
  act text not null,
  from_state text,
  to_state text not null,
  primary key (entry, version)
);
create index event_entry_event on {{schema}}.event_entry (event);

-- Append-only. A figure is a sum of these rows; its drill-down their entries.
create table {{schema}}.contribution (
  id bigint generated always as identity primary key,
  indicator text not null,
  rule_version integer not null,
  measure text not null,
  register text not null,
  entry uuid not null,
  area text collate "C" not null,
  counts_on date not null,
  amount numeric not null,
  recorded_at timestamptz not null,
  event uuid not null,
  xid xid8 not null default pg_current_xact_id()
);
create index contribution_figure on {{schema}}.contribution (indicator, rule_version, measure, counts_on);
create index contribution_entry on {{schema}}.contribution (entry);

create table {{schema}}.idempotency (
  key text not null,
  person uuid not null,
  request_hash text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (person, key)
);
create index idempotency_at on {{schema}}.idempotency (at);

-- What was refused, to whom and why; written after the refused work was rolled back.
create table {{schema}}.refusal (
  id uuid primary key,
  at timestamptz not null,
  person uuid not null,
  post uuid not null,
  command text not null,
  code text not null,
  words jsonb not null,
  request text not null
);
create index refusal_at on {{schema}}.refusal (at desc);

-- Which entries name which file: knowing a hash gives no access, and a file nobody names is removed after 30 days.
create table {{schema}}.file (
  sha256 text not null,
  name text not null,
  size bigint not null,
  type text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  bound_at timestamptz,
  primary key (sha256, uploaded_by)
);

create table {{schema}}.file_use (
  sha256 text not null,
  register text not null,
  entry uuid not null,
  primary key (sha256, entry)
);
create index file_use_entry on {{schema}}.file_use (entry);

-- Reading personal data in full is logged.
create table {{schema}}.disclosure (
  id uuid primary key,
  at timestamptz not null,
  person uuid not null,
  post uuid not null,
  register text not null,
  entry uuid not null,
  field text not null,
  request text not null
);
