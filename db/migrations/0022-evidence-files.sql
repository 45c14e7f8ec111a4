-- 佐证材料: one row for each file that was uploaded; rows of `evidence` say which items it proves. Uploads that arrive in pieces.

create table evidence_files (
  city_id int not null,
  file_id uuid not null,
  declaration_id uuid not null,
  -- SHA-256 of the content as it arrived; it is never altered.
  digest text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  uploaded_by uuid,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  -- What a picture says of itself (EXIF), as far as it says anything: WGS 84 degrees, pixels as shown, name of the camera.
  taken_at timestamptz,
  latitude double precision,
  longitude double precision,
  device text,
  width int,
  height int,
  -- Difference hash, 16 hexadecimal digits: near for pictures that look alike.
  picture_hash text,
  -- The file that it was put in the place of.
  replaces uuid,
  -- No longer in the working copy: taken away, or replaced by another one.
  removed_at timestamptz,
  removed_by_name text,
  primary key (city_id, file_id)
);
create index evidence_files_of_declaration on evidence_files (city_id, declaration_id);
call protect('evidence_files', 'select, insert, update');

alter table evidence add column file_id uuid;

-- What was attached so far: the same content of a declaration is one file.
insert into evidence_files (city_id, file_id, declaration_id, digest, file_name, media_type, size_bytes, uploaded_by, uploaded_by_name, uploaded_at, removed_at)
select distinct on (e.city_id, e.declaration_id, e.file_digest) e.city_id, e.evidence_id, e.declaration_id, e.file_digest, e.file_name, e.media_type,
  e.size_bytes, e.uploaded_by, coalesce(a.name, ''), e.uploaded_at,
  case when bool_and(e.removed_at is not null) over same then max(e.removed_at) over same end
from evidence e left join accounts a on a.city_id = e.city_id and a.account_id = e.uploaded_by
window same as (partition by e.city_id, e.declaration_id, e.file_digest)
order by e.city_id, e.declaration_id, e.file_digest, e.uploaded_at, e.evidence_id;
update evidence e set file_id = f.file_id from evidence_files f
  where f.city_id = e.city_id and f.declaration_id = e.declaration_id and f.digest = e.file_digest;
alter table evidence alter column file_id set not null;
create index evidence_of_file on evidence (city_id, file_id);

-- Under way: the bytes lie beside the store until the last one has come; how many there are, the disk knows.
create table evidence_uploads (
  city_id int not null,
  upload_id uuid not null,
  declaration_id uuid not null,
  account_id uuid,
  -- By which the sender's browser knows the file again: name, size and date of change.
  fingerprint text not null,
  file_name text not null,
  size_bytes bigint not null,
  -- As the sender worked it out, where its browser can.
  announced_digest text,
  edition_hash text not null,
  item_ids text[] not null,
  replaces uuid,
  -- By the clock of the machine, also in a demonstration.
  begun_at timestamptz not null,
  -- What it became; null as long as something is missing.
  file_id uuid,
  primary key (city_id, upload_id)
);
create index evidence_uploads_of_declaration on evidence_uploads (city_id, declaration_id);
create index evidence_uploads_begun on evidence_uploads (city_id, begun_at);
call protect('evidence_uploads', 'select, insert, update, delete');
