-- Yearly calendars of working days that an administrator entered: for a year that the program does not have yet, or to correct one.
-- Rows only add: the one with the highest version counts.
create table calendar_years (
  city_id int not null,
  year int not null,
  version int not null,
  holidays date[] not null,
  make_up_workdays date[] not null,
  -- Number of the State Council's notice.
  source text not null,
  -- Why a calendar that was there already was replaced.
  reason text not null default '',
  imported_by uuid,
  imported_at timestamptz not null,
  constraint calendar_years_once primary key (city_id, year, version)
);
call protect('calendar_years', 'select, insert');
