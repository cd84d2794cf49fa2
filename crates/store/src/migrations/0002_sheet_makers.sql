-- Who typed into a sheet: a cell keeps only its last hand, and none of them may accept the sheet.
-- Safe because it only adds a table; of older sheets the hands that the cells still name are known.

create table sheet_maker (
  sheet_id text not null references sheet (id),
  account_id text not null,
  primary key (sheet_id, account_id)
) /*sqlite: without rowid */;
