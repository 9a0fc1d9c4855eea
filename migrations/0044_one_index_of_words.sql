-- One index of words, persons and digits instead of three: a record is entered once.
create index search_entry_by_trigrams on search_entry using gin (words gin_trgm_ops, persons gin_trgm_ops, digits gin_trgm_ops);
drop index search_entry_words;
drop index search_entry_persons;
drop index search_entry_digits;

-- Lists: as before, but persons are looked for on opportunities alone, digits on clients and contacts alone: nobody else has
-- any, and each place costs a search of its own.
create or replace function search_records(kind text, terms text[], with_persons boolean, near boolean default true) returns table (record_id uuid)
language plpgsql stable security definer rows 200
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = '0.4' as $$
declare
  within text := format('s.workspace_id = %L and s.record_type = %L', nullif(current_setting('escale.workspace', true), '')::uuid, kind);
  persons constant boolean := with_persons and kind = 'opportunity';
  holds text := '';
  close text := '';
  term text;
  pattern text;
  figures text;
  number text;
  this text;
begin
  if kind = 'opportunity' and current_setting('escale.sees_all', true) is distinct from 'yes' then
    within := within || format(' and (s.manager_id = any (%L::uuid[]) or s.team_id = any (%L::uuid[]))',
      current_setting('escale.managers', true), current_setting('escale.teams', true));
  end if;
  foreach term in array terms loop
    figures := regexp_replace(term, '[^0-9]', '', 'g');
    number := ltrim(figures, '0');
    pattern := replace(replace(replace(fold(term), '\', '\\'), '%', '\%'), '_', '\_');
    pattern := case when length(pattern) < 3 then '% ' || pattern || '%' else '%' || pattern || '%' end;
    this := format(' and (s.words like %L', pattern)
      || case when persons then format(' or s.persons like %L', pattern) else '' end
      || case when kind <> 'opportunity' and length(figures) >= 4 and number <> '' then format(' or s.digits like %L', '%' || number || '%') else '' end
      || ')';
    holds := holds || this;
    close := close || case when term ~ '[[:alpha:]]' then
      format(' and (%L <%% s.words', fold(term)) || case when persons then format(' or %L <%% s.persons', fold(term)) else '' end || ')'
      else this end;
  end loop;
  return query execute format('select s.record_id from public.search_entry s where %s%s', within, holds);
  if not found and near and array_to_string(terms, '') ~ '[[:alpha:]]{4}' then
    return query execute format('select s.record_id from public.search_entry s where %s%s limit 200', within, close);
  end if;
end $$;
