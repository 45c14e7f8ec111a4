-- 分类名单: numbered batches adopted by the leading group, and the decided class of every unit with its validity.

create table adoptions (
  city_id int not null,
  adoption_id uuid not null,
  campaign_id uuid not null,
  -- Given when the batch is signed, so that signed lists are numbered without a gap.
  number text,
  title text not null,
  meeting_on date not null,
  chair text not null,
  present text not null,
  minutes text not null default '',
  unit_count int not null,
  list jsonb not null,
  list_digest text not null,
  prepared_by uuid,
  prepared_at timestamptz not null,
  signed_by uuid,
  signed_by_name text not null default '',
  signed_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawal_reason text not null default '',
  state text not null default 'prepared',
  publication_id uuid,
  primary key (city_id, adoption_id),
  constraint adoptions_number unique (city_id, number),
  constraint adoptions_numbered_when_signed check ((state = 'signed') = (number is not null)),
  constraint adoptions_state check (state in ('prepared', 'signed', 'withdrawn'))
);
call protect('adoptions', 'select, insert, update');

create table decisions (
  city_id int not null,
  decision_id uuid not null,
  adoption_id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  enterprise_id uuid not null,
  settled_id uuid not null,
  position int not null,
  -- Verified on site, or the reviewed class kept by an explicit act.
  basis text not null,
  class_code text not null,
  edition_hash text not null,
  numerator bigint not null,
  denominator bigint not null,
  printed text not null,
  trace jsonb not null,
  valid_from date not null,
  valid_until date not null,
  decided_at timestamptz not null,
  primary key (city_id, decision_id),
  constraint decisions_one_per_unit unique (city_id, campaign_id, unit_id)
);
create index decisions_of_enterprise on decisions (city_id, enterprise_id);
create index decisions_of_adoption on decisions (city_id, adoption_id, position);
call protect('decisions', 'select, insert');

-- What the public may look up: the frozen projection of signed lists, written in the deciding transaction.
create table public_classes (
  city_id int not null,
  decision_id uuid not null,
  enterprise_name text not null,
  unit_name text not null,
  division_name text not null,
  industry_name text not null,
  class_name text not null,
  class_colour text not null,
  class_meaning text not null,
  list_number text not null,
  list_slug text not null,
  edition_title text not null,
  valid_from date not null,
  valid_until date not null,
  search_text text not null,
  primary key (city_id, decision_id)
);
create index public_classes_search on public_classes using gin (search_text gin_trgm_ops);
call protect('public_classes', 'select, insert');
grant select on public_classes to anping_public;
create policy decided_to_all on public_classes for select to anping_public using (true);
