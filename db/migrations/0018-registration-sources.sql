-- 登记表: by field where its value comes from, when, at which version of the form, and whether somebody still has to look at it.
alter table declarations add column registration_sources jsonb not null default '{}';

-- The members of the team stand in a table now; those of forms under way are taken over by name. Accidents are asked for year by year, so
-- the sums over three years go. What was handed in stays as it was.
update declarations d set
  registration = (d.registration - '{deaths,seriousInjuries,occupationalDiseases,teamMembers}'::text[])
    || coalesce((select jsonb_build_object('team', jsonb_agg(jsonb_build_object('name', left(one.name, 40)) order by one.at))
      from (select btrim(part) as name, at
        from regexp_split_to_table(d.registration ->> 'teamMembers', '[\n、；;，,]+') with ordinality as split (part, at)
        where btrim(part) <> '' limit 30) as one
      having count(*) > 0), '{}')
where d.registration ?| '{deaths,seriousInjuries,occupationalDiseases,teamMembers}'::text[];
