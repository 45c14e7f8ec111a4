-- 多账号、负责人签发: an enterprise has several accounts, staff who fill in and managers who sign. A declaration that was handed over for
-- signature waits in a state of its own; a submission names who handed it over beside who signed.

-- Whoever held an enterprise's account so far did both.
update accounts set roles = roles || array['enterprise-manager']
where enterprise_id is not null and 'enterprise' = any(roles) and not 'enterprise-manager' = any(roles);

alter table declarations drop constraint declarations_state;
alter table declarations add constraint declarations_state check (state in ('not-started', 'draft', 'to-sign', 'submitted', 'returned'));

-- Who handed it over, when, and out of which state: there it goes back to. Null unless it waits for its signature.
alter table declarations add column handed_over_by uuid;
alter table declarations add column handed_over_by_name text;
alter table declarations add column handed_over_at timestamptz;
alter table declarations add column handed_over_from text;
-- Why it came back unsigned: {by: 'manager' | 'revision', name, remark, at}; null once it is handed over again.
alter table declarations add column unsigned jsonb;

-- Null where the enterprise had a single account, whose person did everything. `submitted_by` is the manager who signed.
alter table submissions add column handed_over_by uuid;
alter table submissions add column handed_over_by_name text;

-- As before, and an account without any role is let in no more than a disabled one.
create or replace function open_request(p_city int, p_token_digest bytea, p_now timestamptz, p_key text)
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
        if found and a.disabled_at is null and cardinality(a.roles) > 0 then
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
