-- 工作方案: published schemes and editions, campaigns with their phase dates, the roster as it was imported.

create table schemes (
  city_id int not null,
  scheme_hash text not null,
  scheme_id text not null,
  title text not null,
  content jsonb not null,
  published_at timestamptz not null,
  primary key (city_id, scheme_hash)
);
call protect('schemes', 'select, insert');

create table editions (
  city_id int not null,
  edition_hash text not null,
  industry text not null,
  title text not null,
  content jsonb not null,
  published_at timestamptz not null,
  primary key (city_id, edition_hash)
);
call protect('editions', 'select, insert');

create table campaigns (
  city_id int not null,
  campaign_id uuid not null,
  name text not null,
  scheme_hash text not null,
  starts_on date not null,
  ends_on date not null,
  opened_by uuid,
  opened_at timestamptz not null,
  primary key (city_id, campaign_id),
  constraint campaigns_one_per_name unique (city_id, name),
  constraint campaigns_end_after_start check (ends_on > starts_on)
);
call protect('campaigns', 'select, insert, update');

create table campaign_editions (
  city_id int not null,
  campaign_id uuid not null,
  industry text not null,
  edition_hash text not null,
  primary key (city_id, campaign_id, industry)
);
call protect('campaign_editions', 'select, insert, update');

-- '*' stands for every body or every industry; the closest row counts.
create table phase_dates (
  city_id int not null,
  campaign_id uuid not null,
  phase text not null,
  body_id text not null default '*',
  industry text not null default '*',
  starts_on date not null,
  ends_on date not null,
  primary key (city_id, campaign_id, phase, body_id, industry),
  constraint phase_dates_in_order check (ends_on >= starts_on)
);
call protect('phase_dates', 'select, insert, update, delete');

create table phase_date_changes (
  city_id int not null,
  change_id uuid not null,
  campaign_id uuid not null,
  phase text not null,
  body_id text not null,
  industry text not null,
  from_starts_on date,
  from_ends_on date,
  to_starts_on date,
  to_ends_on date,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (city_id, change_id)
);
call protect('phase_date_changes', 'select, insert');

create table roster_imports (
  city_id int not null,
  import_id uuid not null,
  campaign_id uuid not null,
  file_name text not null,
  file_digest text not null,
  state text not null,
  rows jsonb not null,
  findings jsonb not null,
  row_count int not null,
  -- All findings are counted; the first of them are kept.
  error_count int not null default 0,
  warning_count int not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  discarded_at timestamptz,
  primary key (city_id, import_id),
  constraint roster_imports_state check (state in ('previewed', 'confirmed', 'discarded'))
);
create index roster_imports_of_campaign on roster_imports (city_id, campaign_id, created_at desc);
call protect('roster_imports', 'select, insert, update');
