-- How an examiner counted the points of a verdict out, by position of the rule in the item's list; null where points were entered as such.
alter table review_verdicts add column deductions jsonb;
alter table verification_verdicts add column deductions jsonb;
