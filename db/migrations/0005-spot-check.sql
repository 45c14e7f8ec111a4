-- 抽查核定: draws over received batches, expert verification, and the settled class of every unit.

create table draws (
  city_id int not null,
  draw_id uuid not null,
  campaign_id uuid not null,
  number text not null,
  state text not null default 'frozen',
  pool_csv text not null,
  strata_csv text not null,
  -- Why a stratum is drawn from with other values than the scheme's, by stratum.
  strata_reasons jsonb not null default '{}',
  ratio text not null,
  minimum int not null,
  pool_digest text not null,
  params_digest text not null,
  frozen_by uuid,
  frozen_at timestamptz not null,
  publication_id uuid,
  result_publication_id uuid,
  seed text,
  seed_source text not null default '',
  witnesses text not null default '',
  -- The very line that the command line prints, without its line end: jsonb would not keep the order of its members.
  result text,
  drawn_by uuid,
  drawn_at timestamptz,
  primary key (city_id, draw_id),
  constraint draws_number unique (city_id, number),
  constraint draws_state check (state in ('frozen', 'drawn')),
  constraint draws_seed_only_after_freezing check (drawn_at is null or drawn_at >= frozen_at)
);
call protect('draws', 'select, insert, update');

create table draw_units (
  city_id int not null,
  draw_id uuid not null,
  review_id uuid not null,
  unit_id uuid not null,
  pool_id text not null,
  stratum text not null,
  drawn boolean,
  rank int,
  ticket text,
  primary key (city_id, draw_id, review_id),
  constraint draw_units_review_once unique (city_id, review_id)
);
call protect('draw_units', 'select, insert, update');

create table verifications (
  city_id int not null,
  verification_id uuid not null,
  campaign_id uuid not null,
  -- Null when ordered by an upheld objection instead of a draw.
  draw_id uuid,
  cause text not null,
  review_id uuid not null,
  declaration_id uuid not null,
  unit_id uuid not null,
  state text not null default 'to-assign',
  version int not null default 1,
  edition_hash text not null,
  -- Of an upheld objection: which one, and the reason of the ruling.
  objection_id uuid,
  cause_reason text not null default '',
  -- When experts were first named: the visit cannot be earlier.
  assigned_at timestamptz,
  visited_on date,
  conclusion text not null default '',
  as_of date,
  pack bytea,
  texts bytea,
  numerator bigint,
  denominator bigint,
  printed text,
  class_code text,
  trace jsonb,
  submitted_by uuid,
  submitted_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  sent_back_note text not null default '',
  created_at timestamptz not null,
  primary key (city_id, verification_id),
  constraint verifications_state check (state in ('to-assign', 'assigned', 'submitted', 'confirmed')),
  constraint verifications_cause check (cause in ('drawn', 'objection'))
);
create index verifications_of_unit on verifications (city_id, unit_id, created_at);
create index verifications_of_review on verifications (city_id, review_id);
create index verifications_by_state on verifications (city_id, campaign_id, state);
-- Packed or compressed already: a second attempt would only cost time.
alter table verifications alter column pack set storage external;
alter table verifications alter column texts set storage external;
call protect('verifications', 'select, insert, update');

create table verification_experts (
  city_id int not null,
  verification_id uuid not null,
  account_id uuid not null,
  lead boolean not null,
  assigned_at timestamptz not null,
  recused_at timestamptz,
  recusal_reason text not null default '',
  primary key (city_id, verification_id, account_id)
);
create index verification_experts_work on verification_experts (city_id, account_id);
call protect('verification_experts', 'select, insert, update, delete');

create table verification_verdicts (
  city_id int not null,
  verification_id uuid not null,
  item_id text not null,
  verdict text not null,
  points int,
  met boolean,
  comment text not null default '',
  -- Counts the changes, so that one expert's word is never lost under another's.
  revision int not null default 1,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (city_id, verification_id, item_id),
  constraint verification_verdicts_verdict check (verdict in ('agree', 'adjust', 'refuse-na'))
);
call protect('verification_verdicts', 'select, insert, update, delete');

-- The class a unit goes to public notice with: verified on site, or the reviewed one kept by an explicit act.
create table settled_classes (
  city_id int not null,
  settled_id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  declaration_id uuid not null,
  review_id uuid not null,
  basis text not null,
  verification_id uuid,
  class_code text not null,
  edition_hash text not null,
  numerator bigint not null,
  denominator bigint not null,
  printed text not null,
  trace jsonb not null,
  act text not null default '',
  settled_by uuid,
  settled_at timestamptz not null,
  superseded_at timestamptz,
  primary key (city_id, settled_id),
  constraint settled_classes_basis check (basis in ('verified', 'reviewed-kept'))
);
create unique index settled_classes_one_standing on settled_classes (city_id, campaign_id, unit_id) where superseded_at is null;
call protect('settled_classes', 'select, insert, update (superseded_at)');
