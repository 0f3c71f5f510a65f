-- Imports are never removed, so a look at the import for each row that is kept (a tenth of keeping it) guarded nothing.
alter table {{schema}}.import_row drop constraint import_row_import_fkey;
