-- 初审: one review per submission, verdicts per item, returns for correction, sign-off by a second person, batches to the city office.

create table reviews (
  city_id int not null,
  review_id uuid not null,
  campaign_id uuid not null,
  declaration_id uuid not null,
  submission_id uuid not null,
  unit_id uuid not null,
  body_id text not null,
  state text not null default 'pending',
  version int not null default 1,
  -- Who took it up and answers for it until it is signed.
  reviewer_id uuid,
  taken_up_at timestamptz,
  daily_supervision text not null default '',
  opinion text not null default '',
  -- The class that follows from the reviewed answers, and the one proposed; they differ only with a recorded departure.
  computed_class text,
  proposed_class text,
  departure_reason text not null default '',
  edition_hash text not null,
  as_of date,
  pack bytea,
  texts bytea,
  numerator bigint,
  denominator bigint,
  printed text,
  trace jsonb,
  proposed_by uuid,
  proposed_at timestamptz,
  signed_by uuid,
  signed_at timestamptz,
  sent_back_note text not null default '',
  created_at timestamptz not null,
  primary key (city_id, review_id),
  constraint reviews_one_per_submission unique (city_id, submission_id),
  constraint reviews_state check (state in ('pending', 'reviewing', 'proposed', 'signed', 'returned', 'transmitted', 'withdrawn')),
  constraint reviews_second_person check (signed_by is null or signed_by <> proposed_by)
);
create index reviews_queue on reviews (city_id, body_id, state, created_at);
create index reviews_of_declaration on reviews (city_id, declaration_id, created_at);
-- Packed or compressed already: a second attempt would only cost time.
alter table reviews alter column pack set storage external;
alter table reviews alter column texts set storage external;
call protect('reviews', 'select, insert, update');

create table review_verdicts (
  city_id int not null,
  review_id uuid not null,
  item_id text not null,
  verdict text not null,
  points int,
  met boolean,
  comment text not null default '',
  -- Counts the changes of this verdict: a save names the one that it started from.
  revision int not null default 1,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (city_id, review_id, item_id),
  constraint review_verdicts_verdict check (verdict in ('agree', 'adjust', 'refuse-na'))
);
call protect('review_verdicts', 'select, insert, update, delete');

create table review_returns (
  city_id int not null,
  return_id uuid not null,
  review_id uuid not null,
  declaration_id uuid not null,
  reason text not null,
  items jsonb not null,
  due_on date not null,
  returned_by uuid,
  returned_at timestamptz not null,
  primary key (city_id, return_id),
  constraint review_returns_once unique (city_id, review_id)
);
create index review_returns_of_declaration on review_returns (city_id, declaration_id, returned_at);
call protect('review_returns', 'select, insert');

create table batches (
  city_id int not null,
  batch_id uuid not null,
  campaign_id uuid not null,
  body_id text not null,
  number text not null,
  state text not null default 'sent',
  unit_count int not null,
  -- The list as it was sent, whatever becomes of the register later; the digest is taken over it (domain/batch-list.ts).
  list jsonb not null default '[]',
  list_digest text not null,
  note text not null default '',
  sent_by uuid,
  sent_at timestamptz not null,
  received_by uuid,
  received_at timestamptz,
  primary key (city_id, batch_id),
  constraint batches_number unique (city_id, number),
  constraint batches_state check (state in ('sent', 'received'))
);
call protect('batches', 'select, insert, update');

create table batch_units (
  city_id int not null,
  batch_id uuid not null,
  review_id uuid not null,
  unit_id uuid not null,
  primary key (city_id, batch_id, review_id),
  constraint batch_units_review_once unique (city_id, review_id)
);
call protect('batch_units', 'select, insert');
