-- What people took out: it is not taken in again unbidden. A path and a hash, nothing of the words.

CREATE TABLE removed (
    id         TEXT PRIMARY KEY,                -- of the document
    path       TEXT,                            -- where it came from
    removed_at TEXT NOT NULL                    -- ISO time, UTC
) STRICT, WITHOUT ROWID;
CREATE TRIGGER removed_back AFTER INSERT ON documents BEGIN
    DELETE FROM removed WHERE id = new.id;
END;

-- Speakers are counted as people, under all their spellings: the indexes that count them hold both.
DROP INDEX quotations_by_name;
CREATE INDEX quotations_by_name ON quotations (speaker, speaker_entity);
DROP INDEX quotations_by_facets;
CREATE INDEX quotations_by_facets
    ON quotations (kind, language, how, outlet, sort_day, speaker, speaker_entity, document, day_to);
