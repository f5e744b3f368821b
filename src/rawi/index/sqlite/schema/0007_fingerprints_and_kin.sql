-- Fingerprints are other numbers now (link/fingerprints.py): forget the old ones, and let linking key all documents
-- anew. What was found stays until it does; entities keep their ids, their spellings are counted again.

DELETE FROM fingerprints;
DELETE FROM boilerplate;
DELETE FROM story_keys;
DELETE FROM key_counts;
DELETE FROM entity_words;
DELETE FROM entity_names;
DELETE FROM link_documents;
INSERT OR IGNORE INTO link_pending (id) SELECT id FROM documents;

CREATE TABLE kin (                              -- reports of one event in one language, no copies; a before b
    a         TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    b         TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    score     REAL NOT NULL,
    shared    TEXT NOT NULL,                    -- JSON: the keys that count most
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX kin_by_b ON kin (b);
