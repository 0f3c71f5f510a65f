-- What is doubtful about a row that can go in all the same: a formula's value, a credit code with a wrong check character.
alter table {{schema}}.import_row add column warnings jsonb not null default '[]';
-- 历史导入: old entries with the days of their documents.
alter table {{schema}}.import add column history boolean not null default false;
-- The sheet of a sub-table whose row belongs to no row of the main sheet.
alter table {{schema}}.import_row add column sheet text;
