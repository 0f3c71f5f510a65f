-- What people are told of. Made by following the events, at least once; the key makes a second time do nothing.
create table {{schema}}.notice (
  id uuid primary key,
  person uuid not null,
  post uuid,
  kind text not null,
  key text not null,
  register text,
  entry uuid,
  event uuid,
  act text,
  many integer not null default 1,
  at timestamptz not null,
  read_at timestamptz,
  unique (person, key)
);
create index notice_of_person on {{schema}}.notice (person, at desc, id desc);
create index notice_unread on {{schema}}.notice (person) where read_at is null;

-- Kinds of notices that a person does not want.
create table {{schema}}.notice_refused (
  person uuid not null,
  kind text not null,
  primary key (person, kind)
);

-- How far a follower of the events has come, in the order in which transactions began; and the last day it looked at what is due.
create table {{schema}}.follower (
  name text primary key,
  xid xid8 not null,
  day date
);
insert into {{schema}}.follower (name, xid) values ('notices', pg_snapshot_xmin(pg_current_snapshot()));
create index event_xid on {{schema}}.event (xid);
