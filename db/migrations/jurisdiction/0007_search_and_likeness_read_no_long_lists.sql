-- An index of keys or words keeps new ones in a list of up to 4 MB that every look reads from end to end. Keys go in at once now,
-- words wait in at most 512 kB; indexes made from now on are made so (engine/derive/table.ts, engine/store/tables.ts).
do $$
declare own record;
begin
  for own in
    select index.oid::regclass as name, index.relname like '%\_\_tokens' as of_words
    from pg_class index join pg_am method on method.oid = index.relam and method.amname = 'gin'
    where index.relkind = 'i' and index.relnamespace = '{{schema}}'::regnamespace
  loop
    if own.of_words then execute format('alter index %s set (gin_pending_list_limit = 512)', own.name);
    else execute format('alter index %s set (fastupdate = off)', own.name);
    end if;
    perform gin_clean_pending_list(own.name);
  end loop;
end
$$;
