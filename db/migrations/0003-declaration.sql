-- 自评申报: one declaration per assessed unit and campaign; drafts by element, submissions packed and frozen.

create sequence receipt_numbers;
grant usage on sequence receipt_numbers to anping_app;

create table declarations (
  city_id int not null,
  declaration_id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  enterprise_id uuid not null,
  industry text not null,
  edition_hash text not null,
  state text not null default 'not-started',
  version int not null default 1,
  registration jsonb not null default '{}',
  registration_version int not null default 0,
  -- The routing decided at the last submission; null before it.
  receiving_body_id text,
  route jsonb,
  -- By the routing table when the unit was entered in the roster: who expects the declaration before it is submitted.
  expected_body_id text,
  -- Division and supervising body of the unit, copied by triggers, so that rosters are filtered and counted without a join.
  roster_division text not null,
  roster_body text not null,
  current_submission_id uuid,
  -- Set when the receiving body begins its review; from then on the enterprise cannot withdraw.
  review_begun_at timestamptz,
  -- The last return for correction: reason, items concerned [{itemId, comment}], last day of the correction.
  returned_reason text,
  returned_items jsonb,
  returned_due_on date,
  changed_at timestamptz not null,
  primary key (city_id, declaration_id),
  constraint declarations_one_per_unit unique (city_id, campaign_id, unit_id),
  constraint declarations_state check (state in ('not-started', 'draft', 'submitted', 'returned'))
);
create index declarations_of_enterprise on declarations (city_id, enterprise_id);
-- Counts by division and state without touching the table, and gives such a list in the order of the roster.
create index declarations_by_division on declarations (city_id, campaign_id, roster_division, state, unit_id);
call protect('declarations', 'select, insert, update');

create function place_declaration() returns trigger language plpgsql as $$
begin
  select u.division_code, u.supervising_body_id into new.roster_division, new.roster_body
    from units u where u.city_id = new.city_id and u.unit_id = new.unit_id;
  return new;
end $$;
-- A restored row brings its place along; the units may come after it.
create trigger declarations_place before insert on declarations for each row
  when (new.roster_division is null) execute function place_declaration();

create function move_declarations() returns trigger language plpgsql as $$
begin
  update declarations d set roster_division = new.division_code, roster_body = new.supervising_body_id
    from campaigns c where c.city_id = new.city_id and d.city_id = c.city_id and d.campaign_id = c.campaign_id and d.unit_id = new.unit_id;
  return null;
end $$;
create trigger units_move_declarations after update of division_code, supervising_body_id on units for each row
  when ((old.division_code, old.supervising_body_id) is distinct from (new.division_code, new.supervising_body_id))
  execute function move_declarations();

-- The working copy: per second-level element a map from item to its answer, each with the section version that set it.
create table draft_sections (
  city_id int not null,
  declaration_id uuid not null,
  element_id text not null,
  -- Not jsonb: it is read and written whole, and the database would take it apart and put it together again each time.
  answers json not null,
  version int not null,
  updated_by uuid,
  updated_at timestamptz not null,
  primary key (city_id, declaration_id, element_id)
);
call protect('draft_sections', 'select, insert, update, delete');

create table evidence (
  city_id int not null,
  evidence_id uuid not null,
  declaration_id uuid not null,
  item_id text not null,
  file_digest text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  removed_at timestamptz,
  primary key (city_id, evidence_id)
);
create index evidence_of_declaration on evidence (city_id, declaration_id, item_id);
call protect('evidence', 'select, insert, update');

create table submissions (
  city_id int not null,
  submission_id uuid not null,
  declaration_id uuid not null,
  sequence int not null,
  edition_hash text not null,
  as_of date not null,
  pack bytea not null,
  -- Reasons and comments by item, and the registration form: deflated JSON (platform/db/compressed.ts), never parsed by
  -- the database. The embedded server is built without lz4, and jsonb would be the slowest part of a submission.
  texts bytea not null,
  registration bytea not null,
  evidence_ids uuid[] not null,
  numerator bigint not null,
  denominator bigint not null,
  printed text not null,
  class_code text,
  trace_digest text not null,
  content_digest text not null,
  receipt_number text not null,
  receiving_body_id text not null,
  -- Last day on time, and whether it was past; accepted all the same until the campaign ends.
  due_on date not null,
  late boolean not null,
  -- Who signs for the enterprise, beside the account that sent it.
  signer text not null,
  submitted_by uuid,
  submitted_by_name text not null,
  submitted_at timestamptz not null,
  primary key (city_id, submission_id),
  constraint submissions_in_sequence unique (city_id, declaration_id, sequence)
);
-- Packed or compressed already: a second attempt would only cost time.
alter table submissions alter column pack set storage external;
alter table submissions alter column texts set storage external;
alter table submissions alter column registration set storage external;
call protect('submissions', 'select, insert');
