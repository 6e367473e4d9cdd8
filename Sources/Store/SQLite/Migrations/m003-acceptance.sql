-- Runs that a person accepted, held or stored with suspect values, and when: from then on their values are believed.
CREATE TABLE acceptance (
    run INTEGER PRIMARY KEY REFERENCES run (key),
    at INTEGER NOT NULL
) STRICT;
INSERT INTO acceptance
SELECT key, known_from FROM run
WHERE outcome = 'stored' AND known_from > seen_at AND message LIKE 'accepted by %';
