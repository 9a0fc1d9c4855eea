-- One question over every kind of record: opportunities, clients and contacts by their entries; activities, messages,
-- suppliers and products by words of their own.

create index message_words on message using gin ((' ' || fold(body)) gin_trgm_ops) where deleted_at is null;

create index supplier_words on supplier using gin ((' ' || fold(name || ' ' || coalesce(city, '') || ' ' || coalesce(email, ''))) gin_trgm_ops)
  where deleted_at is null;
create index supplier_digits on supplier using gin (regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g') gin_trgm_ops) where deleted_at is null;
create index product_words on product using gin ((' ' || fold(name || ' ' || coalesce(public_name, '') || ' ' || coalesce(place, ''))) gin_trgm_ops)
  where deleted_at is null;

-- The condition that every term is held: within the words (a term of fewer than three letters begins one), among the
-- persons, or, when it is a number of four figures or more, by the digits. `starts` asks that each term begins a word.
create function search_condition(terms text[], source jsonb, starts boolean) returns text language sql immutable
set search_path = pg_catalog, public as $$
  select coalesce(string_agg('(' || concat_ws(' or ',
      format('%s like %L', source ->> 'words', pattern),
      case when not starts and source ? 'persons' then format('%s like %L', source ->> 'persons', pattern) end,
      case when not starts and source ? 'digits' and term ~ '^[0-9]{4,}$' and number <> ''
        then format('%s like %L', source ->> 'digits', '%' || number || '%') end) || ')', ' and '), 'true')
  from unnest(terms) term,
    lateral (select ltrim(term, '0') as number, replace(replace(replace(fold(term), '\', '\\'), '%', '\%'), '_', '\_') as escaped) a,
    lateral (select case when starts or length(escaped) < 3 then '% ' else '%' end || escaped || '%' as pattern) b $$;

-- How near words come to each term, the worst one counting: one wrong letter in a word of seven is about 0.6.
create function search_nearness(terms text[], source jsonb) returns table (condition text, score text) language sql immutable
set search_path = pg_catalog, public as $$
  select string_agg('(' || concat_ws(' or ', format('%L <%% %s', fold(term), source ->> 'words'),
      case when source ? 'persons' then format('%L <%% %s', fold(term), source ->> 'persons') end) || ')', ' and '),
    'least(' || string_agg('greatest(' || concat_ws(', ', format('word_similarity(%L, %s)', fold(term), source ->> 'words'),
      case when source ? 'persons' then format('word_similarity(%L, %s)', fold(term), source ->> 'persons') end) || ')', ', ') || ')'
  from unnest(terms) term $$;

-- Where the records of a kind are found, within the workspace and what the reader may see of it. `kinds` are those the
-- reader has the right to: an activity or a message needs the right to what it hangs on.
create function search_source(kind text, kinds text[], with_persons boolean) returns jsonb language plpgsql stable
set search_path = pg_catalog, public as $$
declare
  workspace text := format('s.workspace_id = %L', nullif(current_setting('escale.workspace', true), '')::uuid);
  managers text := format('any (%L::uuid[])', current_setting('escale.managers', true));
  teams text := format('any (%L::uuid[])', current_setting('escale.teams', true));
  sees_all boolean := coalesce(current_setting('escale.sees_all', true) = 'yes', false);
  noted text := workspace || ' and s.deleted_at is null and not s.owner_deleted'
    || case when 'opportunity' <> all (kinds) then ' and s.opportunity_id is null' else '' end
    || case when 'client' <> all (kinds) then ' and (s.opportunity_id is not null or s.client_id is null)' else '' end
    || case when 'contact' <> all (kinds) then ' and (s.opportunity_id is not null or s.client_id is not null)' else '' end
    || case when sees_all then ''
         else format(' and (s.opportunity_id is null or s.opportunity_manager_id = %s or s.opportunity_team_id = %s)', managers, teams) end;
begin
  return case kind
    when 'activity' then jsonb_build_object('source', 'public.activity', 'id', 's.id', 'words', 's.words', 'within', noted)
    when 'message' then jsonb_build_object('source', 'public.message', 'id', 's.id', 'words', '('' '' || public.fold(s.body))', 'within', noted)
    when 'supplier' then jsonb_build_object('source', 'public.supplier', 'id', 's.id',
      'words', '('' '' || public.fold(s.name || '' '' || coalesce(s.city, '''') || '' '' || coalesce(s.email, '''')))',
      'digits', 'regexp_replace(coalesce(s.phone, ''''), ''[^0-9]'', '''', ''g'')', 'within', workspace || ' and s.deleted_at is null')
    when 'product' then jsonb_build_object('source', 'public.product', 'id', 's.id',
      'words', '('' '' || public.fold(s.name || '' '' || coalesce(s.public_name, '''') || '' '' || coalesce(s.place, '''')))',
      'within', workspace || ' and s.deleted_at is null')
    else jsonb_build_object('source', 'public.search_entry', 'id', 's.record_id', 'words', 's.words', 'digits', 's.digits', 'within',
      workspace || format(' and s.record_type = %L', kind)
      || case when kind = 'opportunity' and not sees_all then format(' and (s.manager_id = %s or s.team_id = %s)', managers, teams) else '' end)
      || case when kind = 'opportunity' and with_persons then '{"persons": "s.persons"}'::jsonb else '{}'::jsonb end
  end;
end $$;

-- At most 201 records of each kind, the newest where there are more. Score: 3 the words begin with all that was asked, 2
-- each term begins a word, 1 held anywhere; below 1 near ones, looked for when nothing holds every term.
create function search_everywhere(kinds text[], terms text[], asked text[], with_persons boolean) returns table (kind text, id uuid, score real)
language plpgsql stable security definer rows 100
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = '0.4' as $$
declare
  most constant int := 200;
  whole constant text := replace(replace(replace(fold(array_to_string(terms, ' ')), '\', '\\'), '%', '\%'), '_', '\_');
  any_found boolean := false;
  source jsonb;
  near record;
  one text;
begin
  foreach one in array kinds loop
    source := search_source(one, asked, with_persons);
    return query execute format($sql$
      with first as materialized (select %1$s as id, %2$s as score from %3$s s where %4$s limit %5$s)
      select %6$L, first.id, first.score from first where (select count(*) from first) < %5$s
      union all
      select %6$L, newest.* from (select %1$s, %2$s from %3$s s where %4$s order by %1$s desc limit %5$s) newest
      where (select count(*) from first) = %5$s$sql$,
      source ->> 'id',
      format('(case when %1$s like %2$L or %1$s = %3$L then 3 when %4$s then 2 else 1 end)::real',
        source ->> 'words', ' ' || whole || ' %', ' ' || whole, search_condition(terms, source, true)),
      source ->> 'source', (source ->> 'within') || ' and ' || search_condition(terms, source, false), most + 1, one);
    any_found := any_found or found;
  end loop;
  if any_found or array_to_string(terms, '') !~ '[[:alpha:]]{4}' then
    return;
  end if;
  foreach one in array kinds loop
    source := search_source(one, asked, with_persons);
    select * into near from search_nearness(terms, source);
    return query execute format('select %L, %s, (least(%s, 0.99))::real as score from %s s where %s and %s order by score desc, %2$s desc limit 40',
      one, source ->> 'id', near.score, source ->> 'source', source ->> 'within', near.condition);
  end loop;
end $$;
revoke all on function search_condition, search_nearness, search_source, search_everywhere from public;
grant execute on function search_everywhere to escale_app, escale_app_all;
