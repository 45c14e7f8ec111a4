-- 征求意见: a draft of a standard is sent out for comment as it stands; every comment is answered before the draft may be published.

create table consultations (
  city_id int not null,
  consultation_id uuid not null,
  number text not null,
  draft_id uuid not null,
  draft_version int not null,
  industry text not null,
  title text not null,
  -- The draft as it was sent out, a valid document of the form anping-edition-v1, and its hash.
  content jsonb not null,
  content_hash text not null,
  -- The edition in force at that time, against which the changes are shown.
  against_hash text,
  note text not null,
  -- bodies, experts, enterprises, public
  addressees text[] not null check (addressees <@ array['bodies', 'experts', 'enterprises', 'public'] and cardinality(addressees) > 0),
  opens_on date not null,
  -- Comments are taken until the end of this day.
  closes_on date not null,
  working_days int not null,
  calendar_edition text not null,
  publication_id uuid,
  sent_by uuid,
  sent_by_name text not null,
  sent_at timestamptz not null,
  primary key (city_id, consultation_id)
);
create index consultations_of_draft on consultations (city_id, draft_id, sent_at desc);
call protect('consultations', 'select, insert');

create table consultation_comments (
  city_id int not null,
  comment_id uuid not null,
  consultation_id uuid not null,
  -- Of the snapshot; null for a comment on the whole.
  item_id text,
  comment text not null,
  -- Whose comment it is: a supervising body, an expert, an enterprise, or somebody else whose letter the city office recorded.
  side text not null check (side in ('body', 'expert', 'enterprise', 'letter')),
  author_id uuid,
  author_name text not null,
  -- Body or enterprise as it was called then.
  author_of text not null,
  body_id text,
  enterprise_id uuid,
  -- The officer who recorded a letter.
  recorded_by_name text,
  made_at timestamptz not null,
  ruling text check (ruling in ('adopted', 'not-adopted')),
  ruling_reason text not null default '',
  ruled_by uuid,
  ruled_by_name text,
  ruled_at timestamptz,
  primary key (city_id, comment_id),
  constraint consultation_comments_ruled_with_reason check ((ruling is null) = (ruled_at is null) and (ruling is null or ruling_reason <> ''))
);
create index consultation_comments_of on consultation_comments (city_id, consultation_id, made_at);
create index consultation_comments_unanswered on consultation_comments (city_id, consultation_id) where ruling is null;
call protect('consultation_comments', 'select, insert, update (ruling, ruling_reason, ruled_by, ruled_by_name, ruled_at)');

-- 对条款的意见: what users remark on an item of a published edition, collected for the next one.
create table item_remarks (
  city_id int not null,
  remark_id uuid not null,
  edition_hash text not null,
  item_id text not null,
  remark text not null,
  side text not null check (side in ('body', 'expert', 'enterprise')),
  author_id uuid not null,
  author_name text not null,
  author_of text not null,
  body_id text,
  enterprise_id uuid,
  made_at timestamptz not null,
  outcome text check (outcome in ('adopted', 'set-aside')),
  outcome_reason text not null default '',
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  primary key (city_id, remark_id),
  constraint item_remarks_answered_with_reason check ((outcome is null) = (answered_at is null) and (outcome is null or outcome_reason <> ''))
);
create index item_remarks_of_edition on item_remarks (city_id, edition_hash, item_id, made_at);
create index item_remarks_of_author on item_remarks (city_id, author_id, made_at desc);
create index item_remarks_unanswered on item_remarks (city_id, edition_hash) where outcome is null;
call protect('item_remarks', 'select, insert, update (outcome, outcome_reason, answered_by, answered_by_name, answered_at)');
