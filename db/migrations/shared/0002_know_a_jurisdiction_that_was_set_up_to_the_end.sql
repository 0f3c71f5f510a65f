-- Setting a jurisdiction up takes thousands of commands. One that was broken off is not a province to work in: it is removed and made anew.
alter table {{schema}}.jurisdiction add column ready_at timestamptz;
update {{schema}}.jurisdiction set ready_at = created_at;
