-- The schema as it is today, for reading. Made by the migrations; a test compares.

create table setting (
  id text not null primary key,
  value text not null
);

create table pack_snapshot (
  id text not null primary key,
  installed_at text not null,
  content bytea not null
);

create table audit_entry (
  seq bigint not null primary key,
  at text not null,
  actor text not null,
  verb text not null,
  packs text not null,
  previous text not null,
  hash text not null
);

create table audit_subject (
  seq bigint not null references audit_entry (seq),
  position integer not null,
  kind text not null,
  subject text not null,
  salt text not null,
  digest text not null,
  primary key (seq, position)
) /*sqlite: without rowid */;

create index audit_subject_of on audit_subject (kind, subject, seq);

create table audit_head (
  id integer not null primary key check (id = 1),
  seq bigint not null,
  hash text not null
);

insert into audit_head (id, seq, hash) values (1, 0, '');

create table area_key (
  key integer not null primary key,
  id text not null constraint area_key_once unique
);

create table slice (
  key integer not null primary key,
  measure text not null,
  origin text not null constraint slice_origin check (origin in ('published', 'reported', 'illustrative')),
  breakdown text not null,
  constraint slice_once unique (measure, origin, breakdown)
);

create table acceptance (
  key integer not null primary key,
  id text not null constraint acceptance_once unique,
  kind text not null constraint acceptance_kind check (kind in ('publication', 'sheet', 'import', 'generated')),
  author text not null,
  at text not null,
  reason text not null,
  packs text not null,
  rows bigint not null
);

create table observation (
  slice_key integer not null,
  period integer not null,
  area_key integer not null,
  version integer not null,
  state smallint not null,
  qualifier smallint not null,
  numerator bigint,
  denominator bigint,
  acceptance_key integer not null,
  source text,
  as_of text,
  note text,
  primary key (slice_key, period, area_key, version)
) /*sqlite: without rowid */;

create table rollup (
  slice_key integer not null,
  period integer not null,
  area_key integer not null,
  numerator bigint not null,
  denominator bigint not null,
  reporters integer not null,
  primary key (slice_key, period, area_key)
) /*sqlite: without rowid */;

create table account (
  id text not null primary key,
  username text not null constraint account_username_once unique,
  display_name text not null,
  folded_name text not null,
  password_hash text not null,
  totp_secret text,
  state text not null constraint account_state check (state in ('active', 'disabled')),
  created_at text not null,
  version bigint not null
);

create table account_grant (
  id text not null primary key,
  account_id text not null references account (id),
  role text not null constraint grant_role check (role in ('administrator', 'leader', 'reviewer', 'officer', 'supervisor')),
  agency text,
  area text not null,
  valid_from text not null,
  valid_to text
);

create index account_grant_of on account_grant (account_id);

create table sign_in_attempt (
  username text not null primary key,
  failures integer not null,
  last_at text not null,
  totp_step bigint not null
);

create table session (
  id text not null primary key,
  account_id text not null references account (id),
  created_at text not null,
  seen_at text not null,
  expires_at text not null
);

create index session_of on session (account_id);

create table request_key (
  id text not null primary key,
  account_id text not null,
  body_digest text not null,
  answer text not null,
  at text not null
);

create table sheet (
  id text not null primary key,
  area text not null,
  period text not null,
  agency text not null,
  round integer not null,
  state text not null constraint sheet_state check (state in ('draft', 'submitted', 'returned', 'accepted')),
  submitted_by text,
  changed_at text not null,
  version bigint not null,
  constraint sheet_once unique (area, period, agency, round)
);

create index sheet_by_state on sheet (state, agency, period);

create table sheet_cell (
  id text not null primary key,
  sheet_id text not null references sheet (id),
  measure text not null,
  breakdown text not null,
  typed_numerator text not null,
  typed_denominator text not null,
  not_applicable boolean not null,
  note text not null,
  return_reason text,
  saved_by text not null,
  saved_at text not null,
  version bigint not null,
  constraint sheet_cell_once unique (sheet_id, measure, breakdown)
);

create table sheet_event (
  id text not null primary key,
  sheet_id text not null references sheet (id),
  position integer not null,
  verb text not null constraint sheet_event_verb check (verb in ('submitted', 'returned', 'accepted', 'reopened')),
  actor text not null,
  at text not null,
  reason text not null,
  content text not null,
  constraint sheet_event_once unique (sheet_id, position)
);

create table sheet_maker (
  sheet_id text not null references sheet (id),
  account_id text not null,
  primary key (sheet_id, account_id)
) /*sqlite: without rowid */;
