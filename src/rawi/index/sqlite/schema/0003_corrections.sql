-- What people decided about quotations. The log is only ever added to; each entry is chained to the one before.
-- A correction is anchored by the letters of the quotation, so that it finds its place again when the text was
-- read or annotated anew.

CREATE TABLE corrections (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,          -- first digits of `chain`
    made_at      TEXT NOT NULL,                 -- ISO time with its offset
    made_by      TEXT NOT NULL,
    document     TEXT NOT NULL,                 -- its id when the correction was made
    blob         TEXT NOT NULL,                 -- the bytes it was read from: another reading has the same
    given_id     TEXT,
    quotation    TEXT NOT NULL,                 -- its id when the correction was made
    start        INTEGER NOT NULL,              -- place in the original of that time
    "end"        INTEGER NOT NULL,
    skeleton     TEXT NOT NULL,                 -- the first letters of the quotation, folded
    before       TEXT NOT NULL,                 -- folded letters before it
    after        TEXT NOT NULL,                 -- folded letters behind those
    field        TEXT NOT NULL,                 -- speaker, addressee, role, kind, verdict
    old          TEXT,                          -- what stood there
    new          TEXT,                          -- what stands there now; NULL is unknown
    note         TEXT,
    undoes       TEXT,                          -- the correction this entry takes back
    chain        TEXT NOT NULL                  -- SHA-256 of the entry before and of this one
) STRICT;

CREATE TRIGGER corrections_are_not_changed BEFORE UPDATE ON corrections
BEGIN SELECT raise(ABORT, 'the log of corrections is only ever added to'); END;
CREATE TRIGGER corrections_are_not_deleted BEFORE DELETE ON corrections
BEGIN SELECT raise(ABORT, 'the log of corrections is only ever added to'); END;

CREATE TABLE correction_places (                -- where each standing correction is applied now
    correction  TEXT PRIMARY KEY REFERENCES corrections (id),
    quotation   INTEGER NOT NULL REFERENCES quotations (number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_places_by_quotation ON correction_places (quotation);
