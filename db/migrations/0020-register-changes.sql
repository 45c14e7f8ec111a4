-- 登记信息变更: what the register keeps of an enterprise and its units is changed on request, old and new side by side, decided by the body
-- that the field asks for. A change of what decides where a declaration goes moves the declaration, each move with its cause.

create table register_change_proofs (
  city_id int not null,
  proof_id uuid not null,
  file_digest text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (city_id, proof_id)
);
call protect('register_change_proofs', 'select, insert');

create table register_changes (
  city_id int not null,
  change_id uuid not null,
  enterprise_id uuid not null,
  -- The unit whose record it was asked on; fields of the enterprise hold for all its units.
  unit_id uuid not null,
  -- By the table of fields (parties/enterprises/domain/register-fields.ts): the strictest of those that change.
  decider text not null check (decider in ('supervising-body', 'city-office')),
  -- Supervised the unit when it was asked for.
  body_id text not null,
  -- Asked for a remark: those that have the declarations concerned, and those that would get them.
  concerned text[] not null default '{}',
  state text not null default 'pending' check (state in ('pending', 'approved', 'refused', 'withdrawn')),
  version int not null default 1,
  reason text not null,
  proof_id uuid,
  -- Who asked: the enterprise, an officer, or the city office correcting the roster, which takes effect at once.
  origin text not null check (origin in ('enterprise', 'officer', 'correction')),
  requested_by uuid,
  requested_by_name text not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text not null default '',
  -- Approved although a body that was asked had not remarked.
  without_remarks boolean not null default false,
  primary key (city_id, change_id),
  constraint register_changes_decided check ((state = 'pending') = (decided_at is null))
);
create index register_changes_of_enterprise on register_changes (city_id, enterprise_id, requested_at desc);
create index register_changes_waiting on register_changes (city_id, decider, body_id) where state = 'pending';
create index register_changes_concerning on register_changes using gin (concerned);
call protect('register_changes', 'select, insert, update (state, version, decided_by, decided_by_name, decided_at, decision_reason, without_remarks)');

-- One row a field, with the words that stood for the codes then.
create table register_change_values (
  city_id int not null,
  change_id uuid not null,
  field text not null,
  -- The enterprise or the unit that has the field.
  subject_id uuid not null,
  from_value text not null,
  to_value text not null,
  from_text text not null,
  to_text text not null,
  pending boolean not null default true,
  primary key (city_id, change_id, field),
  constraint register_change_values_differ check (from_value <> to_value)
);
create unique index register_change_values_one_pending on register_change_values (city_id, subject_id, field) where pending;
call protect('register_change_values', 'select, insert, update (pending)');

create table register_change_remarks (
  city_id int not null,
  change_id uuid not null,
  body_id text not null,
  agrees boolean not null,
  remark text not null,
  remarked_by uuid,
  remarked_by_name text not null,
  remarked_at timestamptz not null,
  primary key (city_id, change_id, body_id)
);
call protect('register_change_remarks', 'select, insert');

-- 指定改报: the city office directs one declaration to another body than the rule says. Stays until it is taken back.
alter table declarations add column directed_body_id text;

create table declaration_moves (
  city_id int not null,
  move_id uuid not null,
  declaration_id uuid not null,
  cause text not null check (cause in ('register-change', 'direction', 'direction-withdrawn')),
  -- The change of the register that it followed.
  change_id uuid,
  -- What the place of the declaration asked for (process/declaration/domain/moves.ts).
  rule text not null,
  edition_rule text not null default 'same',
  state_before text not null,
  review_before text,
  from_body text not null,
  to_body text not null,
  -- By the routing table, also where it was directed elsewhere; null if the register does not say enough.
  rule_body text,
  reason text not null,
  basis text not null default '',
  from_edition text,
  to_edition text,
  -- Of a working copy that went over to another edition: {kept, toConfirm, fresh, dropped: [{item, answer, comment}]}.
  report jsonb not null default '{}',
  moved_by uuid,
  moved_by_name text not null,
  moved_at timestamptz not null,
  primary key (city_id, move_id)
);
create index declaration_moves_of_declaration on declaration_moves (city_id, declaration_id, moved_at desc);
call protect('declaration_moves', 'select, insert');

-- What the body before had come to when a review that had begun was carried over; the review itself waits anew.
create table review_moves (
  city_id int not null,
  move_id uuid not null,
  review_id uuid not null,
  declaration_id uuid not null,
  from_body text not null,
  to_body text not null,
  state_before text not null,
  reviewer_name text not null,
  verdict_count int not null,
  daily_supervision text not null,
  opinion text not null,
  proposed_class text,
  printed text,
  proposed_by_name text not null,
  moved_at timestamptz not null,
  primary key (city_id, move_id)
);
create index review_moves_of_review on review_moves (city_id, review_id, moved_at desc);
call protect('review_moves', 'select, insert');
