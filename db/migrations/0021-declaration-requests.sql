-- 延期和不列入评估: what an enterprise asks for beside its declaration, and what the receiving body decided. A unit that is not assessed has
-- a state of its own; an extension becomes the declaration's own last day.

alter table declarations drop constraint declarations_state;
alter table declarations add constraint declarations_state
  check (state in ('not-started', 'draft', 'to-sign', 'submitted', 'returned', 'not-assessed'));
comment on column declarations.returned_due_on is
  'the declaration’s own last day, in place of that of the phase: of a correction, or of an extension that was granted';

create table declaration_requests (
  city_id int not null,
  request_id uuid not null,
  declaration_id uuid not null,
  kind text not null,
  state text not null default 'pending',
  -- Of an extension: the day asked for, the last day that stood then, and the day granted.
  wanted_until date,
  stood_until date,
  granted_until date,
  -- Of a unit that is not to be assessed: why (code of the scheme) and since when.
  ground text,
  since date,
  explanation text not null,
  -- The proof; an extension may do without.
  file_digest text,
  file_name text,
  media_type text,
  size_bytes bigint,
  asked_by uuid,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  -- What the declaration was before it was taken out, and when it was taken in again.
  state_before text,
  reinstated_by_name text,
  reinstated_at timestamptz,
  reinstatement_reason text,
  primary key (city_id, request_id),
  constraint declaration_requests_kind check (kind in ('extension', 'not-assessed')),
  constraint declaration_requests_state check (state in ('pending', 'granted', 'refused', 'withdrawn', 'ended'))
);
create unique index declaration_requests_one_pending on declaration_requests (city_id, declaration_id, kind) where state = 'pending';
create index declaration_requests_by_state on declaration_requests (city_id, state, asked_at);
create index declaration_requests_of_declaration on declaration_requests (city_id, declaration_id);
call protect('declaration_requests', 'select, insert, update');

-- 补正说明: what the enterprise says to its correction of a returned declaration, as it is written and as it was handed in.
alter table declarations add column correction_note text not null default '';
alter table submissions add column correction_note text not null default '';
