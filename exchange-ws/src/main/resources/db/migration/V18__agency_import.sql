-- The lines of a file of agencies, until all of them are there and can be compared with the directory. Unlogged: an import
-- that a crash interrupts begins again with its file.

create unlogged table agency_import_row (
    import uuid not null,
    line integer not null check (line >= 1),
    staged_at timestamptz not null,
    id organ_id not null,
    codes text[] not null,         -- all that the line gives, the id among them
    code20 organ_id,
    name text not null,
    mail text,
    parent organ_id,
    code102 organ_id,
    system text,
    closed boolean,                -- null leaves it as it is
    successor organ_id,
    target organ_id,               -- under which identifier the directory has the agency, or will have it
    parent_target organ_id,
    successor_target organ_id,
    change text,                   -- null where the directory says the same already
    primary key (import, line)
);
create index agency_import_id on agency_import_row (import, id);
create index agency_import_target on agency_import_row (import, target);
