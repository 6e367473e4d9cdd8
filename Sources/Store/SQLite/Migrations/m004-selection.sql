-- What events are asked for by, for each version: with a million of them a question must not read them all.
CREATE TABLE event (
    entry INTEGER NOT NULL REFERENCES entry (key),
    content INTEGER NOT NULL,
    day INTEGER NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (entry, content)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_by_day ON event (day);
CREATE INDEX event_by_status ON event (status) WHERE status <> '';

-- The words that versions of events and entries are found by: country, currency, tag, story, programme. Day 0 for
-- entries of lists, which are not of one day. Filled from the texts in the same transaction.
CREATE TABLE mark (
    facet INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    day INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    content INTEGER NOT NULL,
    PRIMARY KEY (facet, kind, name, day, entry, content)
) STRICT, WITHOUT ROWID;

-- What one snapshot changed.
CREATE INDEX presence_by_moment ON presence (facet, moment);
