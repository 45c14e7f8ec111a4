-- The document that a fact of daily supervision rests on: its number, and who issued it. Empty where none was named.

alter table supervision_facts
  add column document_number text not null default '',
  add column issuing_body text not null default '';
