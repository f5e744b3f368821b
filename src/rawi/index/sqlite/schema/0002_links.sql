-- Links between documents: what finds candidates, what was found, and what people decided.
-- Tables that only find candidates name a document by its number, results by its id.
-- Every start and end is a code point offset of documents.original, half-open. Lists are JSON.

CREATE TABLE link_documents (                   -- how far linking has come with a document
    document  INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    id        TEXT NOT NULL UNIQUE,
    stage     INTEGER NOT NULL,                 -- 1 keyed, 2 compared, 3 in a report, 4 in a story
    language  TEXT NOT NULL,
    letters   INTEGER NOT NULL,                 -- letters of the text, page residue left out
    prints    BLOB NOT NULL,                    -- fingerprints: hashes, then places, 4 bytes each
    keys      BLOB NOT NULL                     -- story keys with their counts, compressed
) STRICT;
CREATE INDEX link_documents_by_stage ON link_documents (stage, id) WHERE stage < 4;

CREATE TABLE fingerprints (                     -- which documents have a fingerprint, MOST_POSTINGS at most
    hash      INTEGER NOT NULL,
    document  INTEGER NOT NULL,                 -- no foreign key: link_documents.prints has the way back
    PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE boilerplate (                      -- fingerprints of what outlets print on every page
    hash      INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE story_keys (                       -- which documents have a key that may find a counterpart
    key       INTEGER NOT NULL,
    language  INTEGER NOT NULL,                 -- 0 Persian, 1 Arabic
    document  INTEGER NOT NULL,
    PRIMARY KEY (key, language, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE key_counts (                       -- how many documents of each language have a key
    key       INTEGER PRIMARY KEY,
    fa        INTEGER NOT NULL,
    ar        INTEGER NOT NULL
) STRICT;

CREATE TABLE shared_passages (                  -- what two documents of one language have in common
    a         TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    b         TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    a_start   INTEGER NOT NULL,
    a_end     INTEGER NOT NULL,
    b_start   INTEGER NOT NULL,
    b_end     INTEGER NOT NULL,
    PRIMARY KEY (a, b, a_start, b_start)
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_passages_by_b ON shared_passages (b);

CREATE TABLE overlaps (                         -- which share of each of two documents is in the other
    a         TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    b         TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    a_share   REAL NOT NULL,
    b_share   REAL NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX overlaps_by_b ON overlaps (b);

CREATE TABLE reports (                          -- copies of one text; members are in documents.report
    id        TEXT PRIMARY KEY,
    first     TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE candidates (                       -- possible counterparts: a Persian, b Arabic
    a         TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    b         TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    score     REAL NOT NULL,
    shared    TEXT NOT NULL,                    -- JSON: the keys that count most
    chosen    INTEGER NOT NULL,                 -- 1: of one story
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidates_by_b ON candidates (b);

CREATE TABLE stories (                          -- reports of one event; members are in documents.story
    id        TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE aligned_passages (
    a            TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    b            TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    a_extents    TEXT NOT NULL,                 -- JSON: [[start, end], …]
    b_extents    TEXT NOT NULL,
    relation     TEXT NOT NULL,                 -- equal, differs, only_a, only_b
    score        REAL NOT NULL,
    differences  TEXT NOT NULL,                 -- JSON: [[what, a, b], …]
    PRIMARY KEY (a, b, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX aligned_passages_by_b ON aligned_passages (b);

CREATE TABLE transmissions (                    -- who took a report from whom
    taker     TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    giver     TEXT NOT NULL,                    -- a document, or an outlet whose copy is not here
    evidence  TEXT NOT NULL,
    PRIMARY KEY (taker, giver, evidence)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    id        TEXT PRIMARY KEY,
    type      TEXT NOT NULL,                    -- PER, ORG, LOC
    names     TEXT NOT NULL,                    -- JSON: [[language, [name, …]], …], fullest first
    roles     TEXT NOT NULL                     -- JSON: in order of appearance, MOST_ROLES at most
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_names (                     -- every spelling of an entity, and the key it is found by
    entity    TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    language  TEXT NOT NULL,
    name      TEXT NOT NULL,
    key       TEXT NOT NULL,
    count     INTEGER NOT NULL,                 -- documents
    PRIMARY KEY (entity, language, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_names_by_key ON entity_names (key);

CREATE TABLE entity_words (                     -- the words of names, for finding other spellings
    word      TEXT NOT NULL,                    -- key of one word
    entity    TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (word, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (                        -- what a person accepted or cut; stronger than any score
    kind      TEXT NOT NULL,                    -- report, story
    a         TEXT NOT NULL,
    b         TEXT NOT NULL,
    verdict   TEXT NOT NULL,                    -- accept, cut
    note      TEXT,
    PRIMARY KEY (kind, a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_b ON decisions (b);
