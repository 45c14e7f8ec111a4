-- How many units of a campaign stand where, so that a list need not count 100,000 rows to say how long it is. Whatever places or moves a
-- declaration appends what it changed; a job folds what was appended into totals. No two writers meet on a row. Both tables follow from
-- `declarations` and are made again by its triggers when a backup is restored.

create table roster_totals (
  city_id int not null,
  campaign_id uuid not null,
  division text not null,
  -- The supervising body, and the body that has or expects the declaration.
  body text not null,
  receiver text not null,
  industry text not null,
  state text not null,
  units int not null,
  primary key (city_id, campaign_id, division, body, receiver, industry, state)
);
comment on table roster_totals is 'derived: folded from roster_changes';
call protect('roster_totals', 'select');

create table roster_changes (
  city_id int not null,
  change_id bigint generated always as identity,
  campaign_id uuid not null,
  division text not null,
  body text not null,
  receiver text not null,
  industry text not null,
  state text not null,
  units int not null,
  primary key (city_id, change_id)
);
comment on table roster_changes is 'derived: appended by the triggers of declarations';
call protect('roster_changes', 'select, insert');

create function count_placed_declarations() returns trigger language plpgsql as $$
begin
  insert into roster_changes (city_id, campaign_id, division, body, receiver, industry, state, units)
    select city_id, campaign_id, roster_division, roster_body, coalesce(receiving_body_id, expected_body_id, roster_body), industry, state, count(*)
    from placed group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end $$;
create trigger declarations_count_placed after insert on declarations referencing new table as placed
  for each statement execute function count_placed_declarations();

create function count_moved_declaration() returns trigger language plpgsql as $$
begin
  insert into roster_changes (city_id, campaign_id, division, body, receiver, industry, state, units) values
    (old.city_id, old.campaign_id, old.roster_division, old.roster_body, coalesce(old.receiving_body_id, old.expected_body_id, old.roster_body), old.industry, old.state, -1),
    (new.city_id, new.campaign_id, new.roster_division, new.roster_body, coalesce(new.receiving_body_id, new.expected_body_id, new.roster_body), new.industry, new.state, 1);
  return null;
end $$;
create trigger declarations_count_moved after update on declarations for each row
  when ((old.roster_division, old.roster_body, coalesce(old.receiving_body_id, old.expected_body_id, old.roster_body), old.industry, old.state)
    is distinct from (new.roster_division, new.roster_body, coalesce(new.receiving_body_id, new.expected_body_id, new.roster_body), new.industry, new.state))
  execute function count_moved_declaration();

create function count_removed_declarations() returns trigger language plpgsql as $$
begin
  insert into roster_changes (city_id, campaign_id, division, body, receiver, industry, state, units)
    select city_id, campaign_id, roster_division, roster_body, coalesce(receiving_body_id, expected_body_id, roster_body), industry, state, -count(*)
    from removed group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end $$;
create trigger declarations_count_removed after delete on declarations referencing old table as removed
  for each statement execute function count_removed_declarations();

-- Folds what a city has appended so far; changes of transactions that are still under way stay for the next time. One at a time a city.
create function fold_roster_changes(p_city int) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  folded int;
begin
  if not pg_try_advisory_xact_lock(20090820, p_city) then
    return 0;
  end if;
  with gone as (delete from roster_changes where city_id = p_city returning *),
    sums as (
      select city_id, campaign_id, division, body, receiver, industry, state, sum(units)::int as units, count(*) as changes
      from gone group by 1, 2, 3, 4, 5, 6, 7),
    kept as (
      insert into roster_totals as t (city_id, campaign_id, division, body, receiver, industry, state, units)
        select city_id, campaign_id, division, body, receiver, industry, state, units from sums
        on conflict (city_id, campaign_id, division, body, receiver, industry, state) do update set units = t.units + excluded.units)
  select coalesce(sum(changes), 0)::int into folded from sums;
  return folded;
end $$;
grant execute on function fold_roster_changes(int) to anping_app;

insert into roster_changes (city_id, campaign_id, division, body, receiver, industry, state, units)
  select city_id, campaign_id, roster_division, roster_body, coalesce(receiving_body_id, expected_body_id, roster_body), industry, state, count(*)
  from declarations group by 1, 2, 3, 4, 5, 6, 7;
