-- Every attempt to obtain a publication, and what became of it.
-- moment orders readings: seconds of seen_at * 2^30 + a tie-break made from the run id, so that the order of two
-- fetches in one second does not depend on which was stored first.
CREATE TABLE run (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    feed TEXT NOT NULL,
    source TEXT NOT NULL,
    how TEXT NOT NULL,
    moment INTEGER NOT NULL UNIQUE,
    seen_at INTEGER NOT NULL,
    known_from INTEGER,
    recorded_at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    code TEXT,
    message TEXT NOT NULL,
    http INTEGER,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    published INTEGER,
    local_day INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    changes INTEGER NOT NULL,
    reader_version INTEGER NOT NULL,
    same_as INTEGER REFERENCES run (key)
) STRICT;
CREATE INDEX run_by_feed ON run (feed, moment);

CREATE TABLE part (
    run INTEGER NOT NULL REFERENCES run (key),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    address TEXT,
    -- What the server wants to hear to answer 304.
    etag TEXT,
    last_modified TEXT,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL,
    period TEXT NOT NULL
) STRICT;

-- The days for which a run's snapshot is complete for a series: only there is absence a withdrawal.
CREATE TABLE series_coverage (
    series INTEGER NOT NULL REFERENCES series (key),
    run INTEGER NOT NULL REFERENCES run (key),
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    PRIMARY KEY (series, run)
) STRICT, WITHOUT ROWID;

-- A value as it read from a moment on: digits * 10^-decimals, as printed. NULL digits: withdrawn.
CREATE TABLE observation (
    series INTEGER NOT NULL,
    day INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    digits INTEGER,
    decimals INTEGER NOT NULL,
    PRIMARY KEY (series, day, moment)
) STRICT, WITHOUT ROWID;

-- One part of one list (`us-ofac-sdn`, `add`); events are the facet (`events`, `main`).
CREATE TABLE facet (
    key INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (list, name)
) STRICT;

CREATE TABLE facet_coverage (
    facet INTEGER NOT NULL REFERENCES facet (key),
    run INTEGER NOT NULL REFERENCES run (key),
    PRIMARY KEY (facet, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    key INTEGER PRIMARY KEY,
    facet INTEGER NOT NULL REFERENCES facet (key),
    id TEXT NOT NULL,
    UNIQUE (facet, id)
) STRICT;

-- What an entry said, once per distinct content.
CREATE TABLE version (
    entry INTEGER NOT NULL REFERENCES entry (key),
    content INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (entry, content)
) STRICT, WITHOUT ROWID;

-- Which content an entry had from a moment on. NULL content: not on the list.
CREATE TABLE presence (
    facet INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    content INTEGER,
    raw INTEGER NOT NULL,
    PRIMARY KEY (facet, entry, moment)
) STRICT, WITHOUT ROWID;

-- Which bytes each configuration file had, from when on.
CREATE TABLE configuration (
    file TEXT NOT NULL,
    since INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (file, since)
) STRICT, WITHOUT ROWID;

-- How far into the journal this ledger has come.
CREATE TABLE progress (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    journal_bytes INTEGER NOT NULL
) STRICT;
INSERT INTO progress VALUES (1, 0);
