-- What a change of a decision overwrites besides its words. Of revisions kept before, the words alone are known.
alter table decision_revision add column title text;
alter table decision_revision add column service text;
alter table decision_revision add column decided_on text;
alter table decision_revision add column withheld text;
alter table decision_revision add column rules text;
