-- A changed counting rule is a new version: it is counted over everything that was ever recorded before it is used.
create table {{schema}}.counted_rule (
  indicator text not null,
  rule_version integer not null,
  register text not null,
  counted_at timestamptz not null,
  primary key (indicator, rule_version)
);
