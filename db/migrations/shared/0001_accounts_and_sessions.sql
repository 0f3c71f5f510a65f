-- Accounts are shared by all jurisdictions; each jurisdiction keeps its own people in a schema of its own.
-- Instants come from the program's clock as parameters, so that a simulated year stays consistent; hence no now() below.

create table {{schema}}.jurisdiction (
  code          text primary key check (code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  title         text not null,
  schema_name   text not null unique check (schema_name ~ '^[a-z][a-z0-9_]{0,40}$'),
  demonstration boolean not null default false,
  time_zone     text not null default 'Asia/Shanghai',
  created_at    timestamptz not null
);

create table {{schema}}.account (
  id                   uuid primary key,
  login_name           text not null check (login_name <> ''),
  password_hash        text not null,
  must_change_password boolean not null default false,
  language             text check (language in ('zh', 'en')),
  disabled_at          timestamptz,
  created_at           timestamptz not null,
  password_changed_at  timestamptz not null
);

create unique index account_login_name on {{schema}}.account (lower(login_name));

-- `person` is an entry of the jurisdiction's own schema: no foreign key leaves a schema.
create table {{schema}}.account_person (
  account      uuid not null references {{schema}}.account,
  jurisdiction text not null references {{schema}}.jurisdiction,
  person       uuid not null,
  primary key (account, jurisdiction),
  unique (jurisdiction, person)
);

-- Only the SHA-256 of the cookie's token is kept: who reads this table cannot sign in with it.
create table {{schema}}.session (
  token_hash   bytea primary key check (octet_length(token_hash) = 32),
  id           uuid not null unique,
  account      uuid not null references {{schema}}.account,
  jurisdiction text not null references {{schema}}.jurisdiction,
  person       uuid not null,
  post         uuid not null,
  csrf         text not null,
  started_at   timestamptz not null,
  seen_at      timestamptz not null,
  expires_at   timestamptz not null,
  user_agent   text not null default '',
  address      text not null default ''
);

create index session_account on {{schema}}.session (account);
create index session_expires_at on {{schema}}.session (expires_at);

-- Kept for lock-out, and as the network log that has to be kept six months (《网络安全法》第二十一条第三项,2016 年本).
create table {{schema}}.sign_in_attempt (
  id         uuid primary key,
  login_name text not null,
  address    text not null,
  at         timestamptz not null,
  outcome    text not null check (outcome in ('succeeded', 'failed', 'refused'))
);

create index sign_in_attempt_login_name on {{schema}}.sign_in_attempt (login_name, at desc);
create index sign_in_attempt_address on {{schema}}.sign_in_attempt (address, at desc);
