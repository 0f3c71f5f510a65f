-- What somebody types and no entry has got yet: theirs alone, sealed as a whole, without a past. The id is given by the form that writes it.
create table {{schema}}.draft (
  id uuid primary key,
  person uuid not null,
  register text not null,
  -- Of which entry these are changes; null: one that is still to be made.
  entry uuid,
  version integer not null,
  title bytea not null,
  content bytea not null,
  -- Uploads it names: they are kept for as long as it is.
  files text[] not null,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index draft_of_person on {{schema}}.draft (person, changed_at desc);
