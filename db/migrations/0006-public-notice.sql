-- 公示: a notice board with an objection window; it does not know what it publishes.

create table notices (
  city_id int not null,
  notice_id uuid not null,
  campaign_id uuid not null,
  number text not null,
  title text not null,
  introduction text not null,
  opens_on date not null,
  -- The last day on which objections are taken.
  closes_on date not null,
  working_days int not null,
  calendar_edition text not null,
  state text not null default 'open',
  publication_id uuid not null,
  published_by uuid,
  published_at timestamptz not null,
  closed_at timestamptz,
  primary key (city_id, notice_id),
  constraint notices_number unique (city_id, number),
  constraint notices_state check (state in ('open', 'closed'))
);
call protect('notices', 'select, insert, update');

create table notice_entries (
  city_id int not null,
  entry_id uuid not null,
  notice_id uuid not null,
  position int not null,
  subject_type text not null,
  subject_id uuid not null,
  -- The row as the public sees it.
  cells jsonb not null,
  state text not null default 'open',
  primary key (city_id, entry_id),
  constraint notice_entries_subject_once unique (city_id, notice_id, subject_id),
  constraint notice_entries_state check (state in ('open', 'cleared', 'upheld'))
);
create index notice_entries_of_subject on notice_entries (city_id, subject_id);
call protect('notice_entries', 'select, insert, update');

create table objections (
  city_id int not null,
  objection_id uuid not null,
  notice_id uuid not null,
  entry_id uuid not null,
  number text not null,
  objector_name text not null,
  objector_phone text not null,
  grounds text not null,
  state text not null default 'received',
  received_at timestamptz not null,
  ruling_reason text not null default '',
  ruled_by uuid,
  ruled_at timestamptz,
  primary key (city_id, objection_id),
  constraint objections_number unique (city_id, number),
  constraint objections_state check (state in ('received', 'upheld', 'dismissed'))
);
create index objections_of_entry on objections (city_id, entry_id);
call protect('objections', 'select, insert, update');
