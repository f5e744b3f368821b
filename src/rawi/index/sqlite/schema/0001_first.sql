-- Documents as received, the facts found in each, what was set aside, and the full-text index.
-- Every start and end is a code point offset of documents.original, half-open. Days are ISO strings.
-- Lists are JSON. NULL is unknown.

CREATE TABLE blobs (                            -- bytes as received, kept under blobs/ by hash
    sha256      TEXT PRIMARY KEY,
    size        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
    number        INTEGER PRIMARY KEY,          -- row number; also the row of document_words
    id            TEXT NOT NULL UNIQUE,         -- derived from the content
    given_id      TEXT,                         -- id of the input record
    path          TEXT,
    outlet        TEXT,
    url           TEXT,
    title         TEXT,
    published     TEXT,                         -- typed metadata, as written
    captured      TEXT,
    language      TEXT NOT NULL,                -- of most of the text
    original      TEXT NOT NULL,                -- the text as received, never changed
    repaired      TEXT,                         -- NULL: the same as the original
    alignment     BLOB NOT NULL,                -- original to repaired, rawi.text.pack
    text_sha256   TEXT NOT NULL,                -- of the original in UTF-8
    blob          TEXT NOT NULL,                -- SHA-256 of the bytes it was read from, else text_sha256
    length        INTEGER NOT NULL,             -- code points of the original
    day           TEXT,                         -- the day the document speaks from
    day_evidence  TEXT NOT NULL,                -- published, dateline, url, text, story:<document id>, none
    day_latest    TEXT,                         -- upper bound known from a web capture
    report        TEXT,                         -- the report it is a copy of, set by linking
    story         TEXT,                         -- the story it tells, set by linking
    snippet       TEXT NOT NULL,                -- the first words, in one line
    origin        TEXT,                         -- JSON: path, sha256, reader, media_type, container, route
    blocks        TEXT NOT NULL,                -- JSON: what the reader saw on the page
    warnings      TEXT NOT NULL,                -- JSON
    runs          TEXT NOT NULL,                -- JSON: [start, end, language]
    layout        TEXT NOT NULL,                -- JSON: spans of the repaired text: anchor, parts, sentences
    edits         TEXT NOT NULL,                -- JSON: [start, end, replacement, rule, confidence]
    suggestions   TEXT NOT NULL                 -- JSON: edits not made, the rule was not sure enough
) STRICT;
CREATE INDEX documents_by_day ON documents (day DESC, id);
CREATE INDEX documents_by_outlet ON documents (outlet);
CREATE INDEX documents_by_language ON documents (language);
CREATE INDEX documents_by_report ON documents (report);
CREATE INDEX documents_by_story ON documents (story);
CREATE INDEX documents_by_blob ON documents (blob);
CREATE INDEX documents_by_path ON documents (path);

CREATE TABLE edit_counts (                      -- repairs of a document by rule
    document  INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    rule      TEXT NOT NULL,
    count     INTEGER NOT NULL,
    PRIMARY KEY (document, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotations (                       -- short columns first: facets are counted from them
    number            INTEGER PRIMARY KEY,      -- also the row of quotation_words
    document          INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,         -- 0, 1, … in text order
    kind              TEXT NOT NULL,            -- direct, indirect, mixed
    how               TEXT NOT NULL,            -- explicit, pronoun, elided, continuation, author
    language          TEXT NOT NULL,            -- of the document, for filters
    outlet            TEXT,                     -- of the document, for filters
    sort_day          TEXT,                     -- day_from, else the document's day
    day_from          TEXT,                     -- when it was said, where the text tells
    day_to            TEXT,
    speaker           TEXT,
    speaker_entity    TEXT,                     -- set by linking
    id                TEXT NOT NULL UNIQUE,     -- derived from the document and the place
    content           TEXT NOT NULL,            -- JSON: [[start, end], …]
    text              TEXT NOT NULL,            -- the content as printed, pieces joined by a newline
    cue_start         INTEGER,
    cue_end           INTEGER,
    cue_class         TEXT,
    source_start      INTEGER,
    source_end        INTEGER,
    role              TEXT,
    addressee         TEXT,
    addressee_entity  TEXT,                     -- set by linking
    relay             TEXT NOT NULL,            -- JSON: outlets, nearest first
    spans             TEXT NOT NULL,            -- JSON: the same places in the repaired text
    rule              TEXT NOT NULL,
    UNIQUE (document, position)
) STRICT;
CREATE INDEX quotations_by_day ON quotations (sort_day DESC, number);
CREATE INDEX quotations_by_name ON quotations (speaker);
CREATE INDEX quotations_by_speaker ON quotations (speaker_entity, sort_day);
CREATE INDEX quotations_by_facets ON quotations (kind, how, language, outlet);

CREATE TABLE dates (
    document      INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    text          TEXT NOT NULL,                -- as printed
    value         TEXT,
    earliest      TEXT,
    latest        TEXT,
    calendar      TEXT,
    grain         TEXT,
    kind          TEXT NOT NULL,
    native        TEXT,
    variant       TEXT,                         -- whose lunar calendar: hijri, hijri-iran
    checks        TEXT NOT NULL,                -- JSON
    certainty     TEXT NOT NULL,
    alternatives  TEXT NOT NULL,                -- JSON
    reason        TEXT,
    rule          TEXT NOT NULL,
    span_start    INTEGER NOT NULL,             -- in the repaired text
    span_end      INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX dates_by_day ON dates (earliest, latest);

CREATE TABLE mentions (
    document    INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    text        TEXT NOT NULL,                  -- as printed
    type        TEXT NOT NULL,                  -- PER, ORG, LOC
    name        TEXT NOT NULL,
    entity      TEXT,                           -- set by linking
    role        TEXT,
    rule        TEXT NOT NULL,
    span_start  INTEGER NOT NULL,               -- in the repaired text
    span_end    INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_entity ON mentions (entity);

CREATE TABLE set_aside (                        -- what could not be read: kept, never dropped in silence
    path    TEXT NOT NULL,
    reason  TEXT NOT NULL,
    detail  TEXT NOT NULL,
    sha256  TEXT,
    PRIMARY KEY (path, reason, detail)
) STRICT, WITHOUT ROWID;

-- Tokens are folded and cut by rawi.index.words, so the engine only has to split at spaces. `language` holds
-- the codes of the languages of the text, so that word forms of one language are looked for in it alone.
CREATE VIRTUAL TABLE document_words USING fts5 (
    title, body, language, content='', tokenize='ascii'
);
CREATE VIRTUAL TABLE quotation_words USING fts5 (
    content, speaker, addressee, relay, language, content='', tokenize='ascii'
);
