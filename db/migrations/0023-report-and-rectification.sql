-- 自评报告 and 整改: what the enterprise writes in its report, section by section, and what it does about each lost point.

create table report_sections (
  city_id int not null,
  declaration_id uuid not null,
  section text not null,
  -- A restricted document, see docs/formats.md. Not jsonb: it is read and written whole.
  content json not null,
  version int not null,
  updated_by uuid,
  updated_by_name text not null,
  updated_at timestamptz not null,
  primary key (city_id, declaration_id, section)
);
call protect('report_sections', 'select, insert, update, delete');

create table rectifications (
  city_id int not null,
  declaration_id uuid not null,
  item_id text not null,
  measure text not null default '',
  person text not null default '',
  due_on date,
  version int not null,
  updated_by uuid,
  updated_at timestamptz not null,
  -- Carried out: the day, what was done, and perhaps a file that shows it. Open after submission as well.
  done_on date,
  done_note text not null default '',
  done_by_name text not null default '',
  proof_digest text,
  proof_name text,
  proof_media_type text,
  proof_size_bytes bigint,
  primary key (city_id, declaration_id, item_id)
);
call protect('rectifications', 'select, insert, update, delete');

-- Report and rectification as they were handed in: deflated JSON. Null of submissions of format v1, which had neither.
alter table submissions add column report bytea;
alter table submissions alter column report set storage external;
