-- 评估标准的版本: a standard is drafted, published, in force for its industry, and retired. Drafts change; what is in `editions` never does.

create table edition_drafts (
  city_id int not null,
  draft_id uuid not null,
  industry text not null,
  title text not null,
  -- A document of the form anping-edition-v1 that need not be valid yet.
  content jsonb not null,
  -- The edition that it was copied from.
  based_on text,
  state text not null check (state in ('drafting', 'published', 'discarded')),
  version int not null,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_by uuid,
  changed_by_name text not null,
  changed_at timestamptz not null,
  published_hash text,
  primary key (city_id, draft_id)
);
call protect('edition_drafts', 'select, insert, update');

-- How long an edition was the one in force for its industry; what was published before this table counts as in force if it was the newest.
create table edition_terms (
  city_id int not null,
  edition_hash text not null,
  industry text not null,
  in_force_from timestamptz not null,
  published_by uuid,
  published_by_name text not null,
  retired_at timestamptz,
  retired_by_name text,
  replaced_by text,
  primary key (city_id, edition_hash)
);
create unique index edition_terms_one_in_force on edition_terms (city_id, industry) where retired_at is null;
call protect('edition_terms', 'select, insert, update');

insert into edition_terms (city_id, edition_hash, industry, in_force_from, published_by_name, retired_at, replaced_by)
  select city_id, edition_hash, industry, published_at, '', lead(published_at) over later, lead(edition_hash) over later
  from editions
  window later as (partition by city_id, industry order by published_at, edition_hash);
