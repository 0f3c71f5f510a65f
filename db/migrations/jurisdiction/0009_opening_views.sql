-- With which saved view a person opens a register.
create table {{schema}}.opening_view (
  person uuid not null,
  register text not null,
  view uuid not null,
  primary key (person, register)
);
