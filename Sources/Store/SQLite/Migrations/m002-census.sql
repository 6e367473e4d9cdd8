-- How many entries of one part of a snapshot have each field and stand under each programme: what the next snapshots
-- are held against. A run that repeats another has none of its own.
CREATE TABLE census (
    run INTEGER NOT NULL REFERENCES run (key),
    facet INTEGER NOT NULL REFERENCES facet (key),
    -- entries, field, programme.
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (run, facet, kind, name)
) STRICT, WITHOUT ROWID;

-- What the gate said of a run that it let pass.
ALTER TABLE run ADD COLUMN warning TEXT NOT NULL DEFAULT '';
