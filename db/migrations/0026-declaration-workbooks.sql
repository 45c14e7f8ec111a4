-- 电子表格: declarations that were filled in offline and came back, one by one or as an archive of many.

create table workbook_imports (
  city_id int not null,
  import_id uuid not null,
  declaration_id uuid not null,
  -- The archive that it came in; null if the enterprise brought it itself.
  batch_id uuid,
  file_name text not null,
  file_digest text not null,
  -- When the workbook was made; null of a blank one.
  made_at timestamptz,
  -- {entries, places, base, editionHash}: what it says, in which cells, and what it was made from. Held against the working copy when it is looked at.
  content jsonb not null,
  findings jsonb not null,
  error_count int not null,
  state text not null,
  -- Keys that were taken over at last, what stood there before, and the version of the declaration that came of it.
  taken text[] not null default '{}',
  replaced jsonb,
  applied_version int,
  applied_at timestamptz,
  applied_by_name text,
  undone_at timestamptz,
  undone_by_name text,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  primary key (city_id, import_id),
  constraint workbook_imports_state check (state in ('previewed', 'applied', 'undone'))
);
create index workbook_imports_of_declaration on workbook_imports (city_id, declaration_id, created_at desc);
call protect('workbook_imports', 'select, insert, update');

create table workbook_batches (
  city_id int not null,
  batch_id uuid not null,
  campaign_id uuid not null,
  -- Whose enterprises it may be about; null: all of the city.
  body_id text,
  file_name text not null,
  file_digest text not null,
  file_count int not null,
  state text not null,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, batch_id),
  constraint workbook_batches_state check (state in ('running', 'finished', 'stopped'))
);
create index workbook_batches_of_campaign on workbook_batches (city_id, campaign_id, created_at desc);
create index workbook_batches_to_carry_on on workbook_batches (city_id, created_at) where state = 'running';
call protect('workbook_batches', 'select, insert, update');

-- One file of an archive. What was done about it stands here as soon as it is done, so that a restart carries on with the next one.
create table workbook_batch_files (
  city_id int not null,
  batch_id uuid not null,
  position int not null,
  file_name text not null,
  -- Null of what is no file of its own: refused before it was kept.
  file_digest text,
  size_bytes bigint not null,
  outcome text not null default 'waiting',
  declaration_id uuid,
  import_id uuid,
  -- Of what was refused.
  code text,
  params jsonb,
  findings jsonb not null default '[]',
  -- How many entries were filled in, wait for a choice, and stay as the system has them.
  filled int not null default 0,
  open int not null default 0,
  kept int not null default 0,
  done_at timestamptz,
  primary key (city_id, batch_id, position),
  constraint workbook_batch_files_outcome check (outcome in ('waiting', 'taken-over', 'same', 'conflicts', 'errors', 'refused'))
);
create index workbook_batch_files_waiting on workbook_batch_files (city_id, batch_id, position) where outcome = 'waiting';
call protect('workbook_batch_files', 'select, insert, update');
