-- Which import is putting rows into a register. Its sets share the line; a set of another import takes it over when they have ended.
-- See docs/decisions/0047.
create table {{schema}}.import_turn (
  register text primary key,
  import uuid not null
);
