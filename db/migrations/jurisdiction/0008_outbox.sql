-- What is to leave the house: a notice (or a test) for one person by one channel. Its id is what the outside knows it by (Message-ID, idempotency key).
create table {{schema}}.outbox (
  id uuid primary key,
  channel uuid not null,
  person uuid not null,
  kind text not null,
  notice uuid,
  -- The message it went out with, when several became one.
  part_of uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'delivered', 'failed', 'given_up')),
  due_at timestamptz not null,
  tries integer not null default 0,
  -- While a process sends it; when that process dies, another takes it over from then on.
  leased_until timestamptz,
  receipt text,
  reason jsonb,
  -- Only of a test, which goes to no person; sealed.
  address bytea,
  made_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  unique (channel, notice)
);
create index outbox_due on {{schema}}.outbox (due_at) where state = 'waiting' and part_of is null;
create index outbox_listed on {{schema}}.outbox (made_at desc, id desc);
create index outbox_receipt on {{schema}}.outbox (channel, receipt) where receipt is not null;
create index outbox_part on {{schema}}.outbox (part_of) where part_of is not null;

-- Passwords and keys of channels, sealed, apart from the settings that people read.
create table {{schema}}.channel_secret (
  channel uuid primary key,
  sealed bytea not null
);

-- What a person chose about being told outside the product; nothing where the channel's own habits hold.
create table {{schema}}.delivery_choice (
  person uuid primary key,
  choices jsonb not null
);
