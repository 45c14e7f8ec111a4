-- 标准修订: a campaign that is under way takes another edition of an industry's standard from one named moment on.

create table edition_revisions (
  city_id int not null,
  revision_id uuid not null,
  campaign_id uuid not null,
  industry text not null,
  from_hash text not null,
  to_hash text not null,
  reason text not null,
  -- It takes effect when this day begins; the day of the order itself where it was to take effect at once.
  effective_on date not null,
  -- How long enterprises have from that day for what is to be confirmed or answered anew, and the last day that this comes to.
  working_days int not null,
  due_on date not null,
  state text not null default 'ordered' check (state in ('ordered', 'carried-out', 'cancelled', 'stopped')),
  ordered_by uuid,
  ordered_by_name text not null,
  ordered_at timestamptz not null,
  -- When it was carried out, cancelled, or stopped.
  ended_at timestamptz,
  ended_by_name text,
  -- Why it was cancelled: the person's words; why it was stopped: a code.
  ended_reason text not null default '',
  primary key (city_id, revision_id),
  constraint edition_revisions_other_edition check (from_hash <> to_hash),
  constraint edition_revisions_ended check ((state = 'ordered') = (ended_at is null))
);
create unique index edition_revisions_one_ahead on edition_revisions (city_id, campaign_id, industry) where state = 'ordered';
create index edition_revisions_of_campaign on edition_revisions (city_id, campaign_id, ordered_at desc);
call protect('edition_revisions', 'select, insert, update (state, due_on, ended_at, ended_by_name, ended_reason)');

-- What became of each unit of the industry, written as the order is carried out.
create table edition_revision_units (
  city_id int not null,
  revision_id uuid not null,
  declaration_id uuid not null,
  unit_id uuid not null,
  -- Where the declaration stood, and its review if there was one under way.
  state_before text not null,
  review_before text,
  -- switched: nothing was answered yet; carried: the working copy moved; resubmitted: frozen anew, nothing asked; returned: to be completed;
  -- decided: the class was decided before and stays with its edition.
  outcome text not null check (outcome in ('switched', 'carried', 'resubmitted', 'returned', 'decided')),
  -- Items of the new edition, by what became of their answers, and answers of the old one without a successor.
  kept int not null default 0,
  to_confirm int not null default 0,
  fresh int not null default 0,
  unanswered int not null default 0,
  dropped int not null default 0,
  -- Which items: {moved: [[from, to]], toConfirm: [id], fresh: [id], dropped: [{item, answer, comment}]}.
  report jsonb not null default '{}',
  submission_before uuid,
  submission_after uuid,
  due_on date,
  primary key (city_id, revision_id, declaration_id)
);
create index edition_revision_units_of_declaration on edition_revision_units (city_id, declaration_id);
call protect('edition_revision_units', 'select, insert');

-- A submission that the system froze anew under another edition, with nothing changed in it.
alter table submissions add column revision_id uuid;

-- A review that went on, with its verdicts, as the review of such a submission.
alter table reviews drop constraint reviews_state;
alter table reviews add constraint reviews_state
  check (state in ('pending', 'reviewing', 'proposed', 'signed', 'returned', 'transmitted', 'withdrawn', 'replaced'));
