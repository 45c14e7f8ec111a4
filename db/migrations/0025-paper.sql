-- 一式三份: the printed declaration, whose pages carry a code of the version, and what arrived of it on paper.

-- Made at the first print of a submission and never changed: the print itself and what it was set from.
create table paper_packs (
  city_id int not null,
  submission_id uuid not null,
  -- The first twelve digits of the submission's content digest, which the code on each page stands for.
  code_key text not null,
  copies int not null,
  -- Of one copy.
  pages int not null,
  -- Where the codes lead.
  address text not null,
  -- In the file store: the data that the pages are set from, and the PDF.
  data_digest text not null,
  pdf_digest text not null,
  -- Compiler, fonts and templates that set it.
  renderer text not null,
  -- Characters that no font has, printed as empty boxes.
  missing_glyphs text not null default '',
  printed_by uuid,
  printed_by_name text not null,
  printed_at timestamptz not null,
  primary key (city_id, submission_id),
  constraint paper_packs_one_per_code unique (city_id, code_key)
);
call protect('paper_packs', 'select, insert');

-- 收件登记: one row for each copy that came; what was entered by mistake, or came again whole, is ended and stays.
create table paper_arrivals (
  city_id int not null,
  arrival_id uuid not null,
  submission_id uuid not null,
  copy int not null,
  signed boolean not null,
  sealed boolean not null,
  -- Whether the code on the page was read; else an officer looked at the paper alone.
  by_code boolean not null,
  arrived_on date not null,
  way text not null check (way in ('by-hand', 'post')),
  note text not null default '',
  registered_by uuid,
  registered_by_name text not null,
  registered_at timestamptz not null,
  ended_at timestamptz,
  ended_by_name text,
  -- A person's words; empty where a better copy came.
  ended_reason text not null default '',
  primary key (city_id, arrival_id)
);
create unique index paper_arrivals_once on paper_arrivals (city_id, submission_id, copy) where ended_at is null;
call protect('paper_arrivals', 'select, insert, update (ended_at, ended_by_name, ended_reason)');

-- 收件回执, given when all copies are there; void when one of them turns out not to be.
create table paper_receipts (
  city_id int not null,
  receipt_id uuid not null,
  submission_id uuid not null,
  number text not null,
  body_id text not null,
  complete_on date not null,
  issued_by_name text not null,
  issued_at timestamptz not null,
  voided_at timestamptz,
  primary key (city_id, receipt_id)
);
create unique index paper_receipts_once on paper_receipts (city_id, submission_id) where voided_at is null;
call protect('paper_receipts', 'select, insert, update (voided_at)');

-- 补正通知 of the paper: what lacks, and until when; the declaration itself is not returned.
create table paper_notices (
  city_id int not null,
  notice_id uuid not null,
  submission_id uuid not null,
  number text not null,
  body_id text not null,
  -- [{copy, what}]
  lacks jsonb not null,
  note text not null default '',
  due_on date not null,
  sent_by_name text not null,
  sent_at timestamptz not null,
  settled_at timestamptz,
  primary key (city_id, notice_id)
);
create unique index paper_notices_one_open on paper_notices (city_id, submission_id) where settled_at is null;
call protect('paper_notices', 'select, insert, update (settled_at)');

-- The signed and sealed pages as a scan.
create table paper_scans (
  city_id int not null,
  scan_id uuid not null,
  submission_id uuid not null,
  file_digest text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  uploaded_by uuid,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  removed_at timestamptz,
  primary key (city_id, scan_id)
);
create index paper_scans_of_submission on paper_scans (city_id, submission_id);
call protect('paper_scans', 'select, insert, update (removed_at)');
