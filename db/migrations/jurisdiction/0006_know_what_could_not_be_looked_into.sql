-- Why an upload could not be looked through for secrecy marks (picture, scan, unreadable). Who uploaded it was told so and answers for it.
alter table {{schema}}.file add column not_looked_into text[];
