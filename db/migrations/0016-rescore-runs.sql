-- 试算: runs that score frozen submissions anew under an edition or a draft, and what each unit came to. Written whole or not at all.

create table rescore_runs (
  city_id int not null,
  run_id uuid not null,
  campaign_id uuid not null,
  edition_hash text not null,
  edition_title text not null,
  -- The document itself where no published edition has this hash.
  draft jsonb,
  industry text not null,
  started_by_name text not null,
  started_at timestamptz not null,
  declarations int not null,
  changed int not null,
  differing int not null,
  -- Units without a score: answers or facts are missing, or nothing applies.
  unscored int not null,
  -- [{before, after, units}]: how many went from which class to which; null is not accepted.
  migration jsonb not null,
  primary key (city_id, run_id)
);
create index rescore_runs_of_campaign on rescore_runs (city_id, campaign_id, started_at desc);
call protect('rescore_runs', 'select');

create table rescore_results (
  city_id int not null,
  run_id uuid not null,
  submission_id uuid not null,
  declaration_id uuid not null,
  -- Null if not accepted, and wherever there is no score.
  class_code text,
  -- The normalised score in lowest terms; null where there is none.
  numerator bigint,
  denominator bigint,
  -- SHA-256 of the packed account (docs/formats.md); null without a score.
  trace_digest bytea,
  -- Items that the answers carried over leave open.
  unanswered int not null,
  -- Submissions are scored in the order in which they were made, so that keys arrive in order.
  primary key (city_id, run_id, submission_id)
);
call protect('rescore_results', 'select');
