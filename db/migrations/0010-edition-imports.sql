-- A workbook that was uploaded for a draft of a standard, as it was understood: it becomes the draft's content as a whole, or not at all.

create table edition_imports (
  city_id int not null,
  import_id uuid not null,
  -- Null for a draft that is not begun yet.
  draft_id uuid,
  industry text not null,
  file_name text not null,
  file_digest text not null,
  content jsonb not null,
  errors jsonb not null,
  error_count int not null,
  state text not null check (state in ('previewed', 'taken-over')),
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  taken_over_at timestamptz,
  primary key (city_id, import_id)
);
call protect('edition_imports', 'select, insert, update');
