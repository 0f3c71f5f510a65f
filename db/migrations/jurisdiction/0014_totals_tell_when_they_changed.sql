-- Which transaction added to a total last, so that a figure is remembered until one has: one look into each index tells it. A fold only moves
-- rows, but leaves its transaction where they went, because what they tell goes with them. See docs/decisions/0025-counts-are-remembered.md.
alter table {{schema}}.contribution_total add column changed_xid xid8 not null default pg_current_xact_id();
alter table {{schema}}.contribution_recent add column changed_xid xid8 not null default pg_current_xact_id();
create index contribution_total_xid on {{schema}}.contribution_total (changed_xid);
create index contribution_recent_xid on {{schema}}.contribution_recent (changed_xid);
