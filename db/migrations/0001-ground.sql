-- The ground every table stands on: cities, row-level security by city, people and their sessions, the audit log,
-- idempotency keys and gapless numbers.

-- Puts a table behind row-level security by city and grants the running role what it needs and no more.
create procedure protect(table_name text, privileges text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy city_of_the_request on %I to anping_app using (city_id = nullif(current_setting(''app.city'', true), '''')::int) with check (city_id = nullif(current_setting(''app.city'', true), '''')::int)', table_name);
  execute format('create policy everything_for_the_owner on %I to anping_owner using (true) with check (true)', table_name);
  execute format('grant %s on %I to anping_app', privileges, table_name);
end $$;

create table cities (
  city_id int primary key,
  name text not null,
  scheme_id text not null,
  -- A demonstration lives on a date of its own; the mark is set at creation and never changes.
  demonstration boolean not null default false,
  demonstration_date date,
  demonstration_ready boolean not null default false,
  created_at timestamptz not null,
  constraint cities_date_only_in_a_demonstration check (demonstration or demonstration_date is null)
);
create function keep_demonstration_mark() returns trigger language plpgsql as $$
begin
  if new.demonstration is distinct from old.demonstration then
    raise exception 'the demonstration mark of a city cannot be changed';
  end if;
  if new.demonstration_date < old.demonstration_date then
    raise exception 'the demonstration date only moves on';
  end if;
  return new;
end $$;
create trigger cities_keep_demonstration_mark before update on cities for each row execute function keep_demonstration_mark();
call protect('cities', 'select, insert, update (demonstration_date, demonstration_ready)');

create table bodies (
  city_id int not null,
  body_id text not null,
  name text not null,
  short text not null,
  -- Among them the names of 2009.
  aliases text[] not null default '{}',
  kind text not null,
  parent_id text,
  territory text,
  industries text[] not null default '{}',
  duties text not null default '',
  position int not null,
  primary key (city_id, body_id),
  constraint bodies_kind check (kind in ('city-bureau', 'city-office', 'leading-group-office', 'leading-group', 'division', 'county-bureau', 'park'))
);
call protect('bodies', 'select, insert, update');

create table enterprises (
  city_id int not null,
  enterprise_id uuid not null,
  credit_code text not null,
  name text not null,
  search_text text not null,
  affiliation text not null,
  address text not null default '',
  legal_representative text not null default '',
  contact_name text not null default '',
  contact_phone text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (city_id, enterprise_id),
  constraint enterprises_one_per_credit_code unique (city_id, credit_code)
);
create index enterprises_search on enterprises using gin (search_text gin_trgm_ops);
call protect('enterprises', 'select, insert, update');

create table units (
  city_id int not null,
  unit_id uuid not null,
  enterprise_id uuid not null,
  name text not null,
  industry text not null,
  division_code text not null,
  supervising_body_id text not null,
  -- Names of unit and enterprise and the credit code, as `parties/enterprises/domain/search-text.ts` makes it.
  search_text text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (city_id, unit_id),
  constraint units_same_unit_once unique (city_id, enterprise_id, name)
);
create index units_search on units using gin (search_text gin_trgm_ops);
create index units_of_body on units (city_id, supervising_body_id);
call protect('units', 'select, insert, update');

-- Daily supervision as the authorities recorded it: weighed in at the preliminary review, read by the gates of an edition.
create table supervision_facts (
  city_id int not null,
  fact_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  happened_on date not null,
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (city_id, fact_id)
);
create index supervision_facts_of_unit on supervision_facts (city_id, unit_id, happened_on desc);
call protect('supervision_facts', 'select, insert');

create table accounts (
  city_id int not null,
  account_id uuid not null,
  login text not null,
  name text not null,
  roles text[] not null,
  body_id text,
  enterprise_id uuid,
  -- Industries in which an expert verifies.
  industries text[] not null default '{}',
  phone text not null default '',
  password_hash text,
  must_change_password boolean not null default true,
  failed_sign_ins int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (city_id, account_id),
  constraint accounts_one_per_login unique (city_id, login),
  constraint accounts_work_for_one_side check (body_id is null or enterprise_id is null)
);
create index accounts_of_enterprise on accounts (city_id, enterprise_id) where enterprise_id is not null;
call protect('accounts', 'select, insert, update');

-- One-time codes: an enterprise's activation slip, an officer's invitation, the first administrator's link. Only digests are kept.
create table activations (
  city_id int not null,
  activation_id uuid not null,
  code_digest bytea not null,
  purpose text not null,
  account_id uuid,
  enterprise_id uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (city_id, activation_id),
  constraint activations_code unique (city_id, code_digest),
  constraint activations_purpose check (purpose in ('enterprise', 'officer', 'first-administrator'))
);
create index activations_of_account on activations (city_id, account_id, created_at desc);
call protect('activations', 'select, insert, update');

create table sessions (
  city_id int not null,
  token_digest bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_minutes int not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, token_digest)
);
create index sessions_of_account on sessions (city_id, account_id);
call protect('sessions', 'select, insert, update, delete');

create table idempotency_keys (
  city_id int not null,
  actor text not null,
  key text not null,
  command text not null,
  body_digest text not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  constraint idempotency_keys_once primary key (city_id, actor, key)
);
call protect('idempotency_keys', 'select, insert, delete');

create table counters (
  city_id int not null,
  kind text not null,
  year int not null,
  value int not null,
  primary key (city_id, kind, year)
);
call protect('counters', 'select, insert, update');

-- One row for every state change. A command appends it unchained; the sealer chains committed rows in batches.
create table audit_entries (
  city_id int not null,
  entry_id uuid not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  actor_name text not null,
  body_id text,
  command text not null,
  subject_type text not null,
  subject_id text not null,
  request_id text not null,
  payload_digest bytea not null,
  primary key (city_id, entry_id)
);
create index audit_entries_to_seal on audit_entries (city_id, transaction_id);
create index audit_entries_in_time on audit_entries (city_id, occurred_at desc, entry_id desc);
create index audit_entries_of_subject on audit_entries (city_id, subject_type, subject_id, occurred_at);
call protect('audit_entries', 'select, insert');

-- What was changed, with its salt; may be erased by law without breaking the chain, which holds only the salted digest.
create table audit_payloads (
  city_id int not null,
  entry_id uuid not null,
  salt bytea not null,
  payload text not null,
  primary key (city_id, entry_id)
);
call protect('audit_payloads', 'select, insert');

create table audit_chain (
  city_id int not null,
  sequence bigint not null,
  entry_id uuid not null,
  entry_digest bytea not null,
  link bytea not null,
  sealed_at timestamptz not null,
  primary key (city_id, sequence),
  constraint audit_chain_entry_once unique (city_id, entry_id)
);
call protect('audit_chain', 'select, insert');

-- Every run of the sealer: how far it came, so that a chain cut off at its end is noticed and the next run need not search.
create table audit_seals (
  city_id int not null,
  seal_id bigint generated always as identity,
  -- Every transaction below this one had ended when the seal was made; '0' after a restore, where transactions count anew.
  sealed_through xid8 not null default '0',
  head_sequence bigint not null,
  head_link bytea not null,
  sealed_at timestamptz not null,
  primary key (city_id, seal_id)
);
call protect('audit_seals', 'select, insert');

-- Opens a request: fixes the city for row-level security, finds the person behind the token and a stored answer to the same
-- key, all in one round trip. Runs with the owner's rights because the city is not known to be the caller's until the token is.
create function open_request(p_city int, p_token_digest bytea, p_now timestamptz, p_key text)
returns table (
  standing text, account_id uuid, name text, roles text[], body_id text, enterprise_id uuid, must_change_password boolean,
  demonstration_date date, stored_command text, stored_digest text, stored_answer jsonb
) language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s sessions%rowtype;
  a accounts%rowtype;
begin
  perform set_config('app.city', p_city::text, true);
  select c.demonstration_date into demonstration_date from cities c where c.city_id = p_city;
  standing := 'none';
  if p_token_digest is not null then
    select * into s from sessions where sessions.city_id = p_city and sessions.token_digest = p_token_digest;
    if found then
      standing := 'expired';
      if s.ended_at is null and s.expires_at > p_now and s.last_seen_at + make_interval(mins => s.idle_minutes) > p_now then
        select * into a from accounts where accounts.city_id = p_city and accounts.account_id = s.account_id;
        if found and a.disabled_at is null then
          standing := 'signed-in';
          account_id := a.account_id; name := a.name; roles := a.roles; body_id := a.body_id;
          enterprise_id := a.enterprise_id; must_change_password := a.must_change_password;
          perform set_config('app.enterprise', coalesce(a.enterprise_id::text, ''), true);
          -- Once a minute is enough to measure idleness and spares a write per request.
          if s.last_seen_at < p_now - interval '1 minute' then
            update sessions set last_seen_at = p_now where sessions.city_id = p_city and sessions.token_digest = p_token_digest;
          end if;
        end if;
      end if;
    end if;
  end if;
  if p_key is not null then
    select k.command, k.body_digest, k.answer into stored_command, stored_digest, stored_answer
      from idempotency_keys k where k.city_id = p_city and k.actor = coalesce(account_id::text, 'public') and k.key = p_key;
  end if;
  return next;
end $$;
grant execute on function open_request(int, bytea, timestamptz, text) to anping_app;

-- The same for an actor who did not come by a session (command line, due-date scans, demonstration, tests).
create function open_as(p_city int, p_actor text, p_enterprise uuid, p_key text)
returns table (standing text, demonstration_date date, stored_command text, stored_digest text, stored_answer jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.city', p_city::text, true), set_config('app.enterprise', coalesce(p_enterprise::text, ''), true);
  standing := 'signed-in';
  select c.demonstration_date into demonstration_date from cities c where c.city_id = p_city;
  select k.command, k.body_digest, k.answer into stored_command, stored_digest, stored_answer
    from idempotency_keys k where k.city_id = p_city and k.actor = p_actor and k.key = p_key;
  return next;
end $$;
grant execute on function open_as(int, text, uuid, text) to anping_app;

-- The enterprise that the actor of the request acts for; null for everybody else. For statements that travel with the opening.
create function actor_enterprise() returns uuid language sql stable as $$
  select nullif(current_setting('app.enterprise', true), '')::uuid
$$;
grant execute on function actor_enterprise() to anping_app;

-- Which cities this instance serves: asked at start, before any request has named its city.
create function known_cities() returns table (city_id int, name text, scheme_id text, demonstration boolean, demonstration_date date, demonstration_ready boolean)
language sql security definer set search_path = public, pg_temp as $$
  select city_id, name, scheme_id, demonstration, demonstration_date, demonstration_ready from cities order by city_id
$$;
grant execute on function known_cities() to anping_app;

-- The next gapless number of a kind in a year; the row stays locked until the deciding transaction ends.
create function next_number(p_city int, p_kind text, p_year int) returns int language sql as $$
  insert into counters as c (city_id, kind, year, value) values (p_city, p_kind, p_year, 1)
  on conflict (city_id, kind, year) do update set value = c.value + 1 returning value
$$;
grant execute on function next_number(int, text, int) to anping_app;

-- Finished pages for the public; the public reader sees nothing else.
create table publications (
  city_id int not null,
  publication_id uuid not null,
  slug text not null,
  kind text not null,
  title text not null,
  published_at timestamptz not null,
  -- Frozen content as the page shows it, and the files offered for download.
  content jsonb not null,
  digest text not null,
  superseded_by uuid,
  primary key (city_id, publication_id),
  constraint publications_slug unique (city_id, slug)
);
create index publications_newest on publications (city_id, kind, published_at desc);
call protect('publications', 'select, insert, update (superseded_by)');
grant select on publications, cities to anping_public;
create policy published_to_all on publications for select to anping_public using (true);
create policy city_name_to_all on cities for select to anping_public using (true);

-- As whom a visitor may enter a demonstration; empty on every other instance.
create table demonstration_persons (
  city_id int not null,
  account_id uuid not null,
  position int not null,
  hint text not null,
  primary key (city_id, account_id)
);
call protect('demonstration_persons', 'select, insert');
