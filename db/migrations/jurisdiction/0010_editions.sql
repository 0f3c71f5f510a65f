-- What a report was made of, by the hash of its own text: written once, named by reports and editions.
create table {{schema}}.frozen_content (
  sha256 text primary key,
  content text not null,
  made_at timestamptz not null
);

-- A published report. It never changes: what is put right is published again, as another edition.
create table {{schema}}.edition (
  id uuid primary key,
  report uuid not null unique,
  template text not null,
  title text not null,
  period text not null,
  as_of date not null,
  sha256 text not null references {{schema}}.frozen_content,
  document_no text not null,
  document_date date not null,
  published_at timestamptz not null,
  published_by uuid not null
);
create index edition_of_template on {{schema}}.edition (template, published_at desc);

create table {{schema}}.edition_file (
  edition uuid not null references {{schema}}.edition,
  format text not null check (format in ('docx', 'pdf')),
  sha256 text not null,
  bytes bytea not null,
  primary key (edition, format)
);

create function {{schema}}.refuse_change() returns trigger language plpgsql as
$$ begin raise exception '% is written once and never changed', tg_table_name; end $$;
create trigger frozen_content_stays before update or delete on {{schema}}.frozen_content for each row execute function {{schema}}.refuse_change();
create trigger edition_stays before update or delete on {{schema}}.edition for each row execute function {{schema}}.refuse_change();
create trigger edition_file_stays before update or delete on {{schema}}.edition_file for each row execute function {{schema}}.refuse_change();
