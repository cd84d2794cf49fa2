-- The token of a session's forms is derived from the session itself, so nothing has to be stored for it.
-- Safe because nothing reads the column; sessions that have begun go on.

alter table session drop column csrf;
