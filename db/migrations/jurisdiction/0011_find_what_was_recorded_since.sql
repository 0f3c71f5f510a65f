-- What was recorded in the last days, of all indicators: the overview of a week reads it.

create index contribution_recorded on {{schema}}.contribution (recorded_at);
