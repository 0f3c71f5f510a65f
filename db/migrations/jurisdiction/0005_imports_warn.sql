-- What is doubtful about a row that can go in all the same: a formula's value, a credit code with a wrong check character.
alter table {{schema}}.import_row add column warnings jsonb not null default '[]';
-- The sheet of a sub-table whose row belongs to no row of the main sheet.
alter table {{schema}}.import_row add column sheet text;
