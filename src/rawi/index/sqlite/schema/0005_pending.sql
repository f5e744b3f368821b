-- What linking would else have to look through every document for: adding one costs the same in a large archive.

CREATE TABLE link_pending (                     -- documents linking has not seen
    id         TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO link_pending (id)
    SELECT d.id FROM documents d LEFT JOIN link_documents l ON l.document = d.number
    WHERE l.document IS NULL;
CREATE TRIGGER link_pending_added AFTER INSERT ON documents BEGIN
    INSERT OR IGNORE INTO link_pending (id) VALUES (new.id);
END;
CREATE TRIGGER link_pending_seen AFTER INSERT ON link_documents BEGIN
    DELETE FROM link_pending WHERE id = new.id;
END;
CREATE TRIGGER link_pending_gone AFTER DELETE ON documents BEGIN
    DELETE FROM link_pending WHERE id = old.id;
END;

CREATE TABLE link_counts (                      -- documents linking knows
    language   TEXT PRIMARY KEY,
    documents  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO link_counts (language, documents)
    SELECT language, count(*) FROM link_documents GROUP BY language;
CREATE TRIGGER link_counts_added AFTER INSERT ON link_documents BEGIN
    INSERT INTO link_counts (language, documents) VALUES (new.language, 1)
    ON CONFLICT (language) DO UPDATE SET documents = documents + 1;
END;
CREATE TRIGGER link_counts_gone AFTER DELETE ON link_documents BEGIN
    UPDATE link_counts SET documents = documents - 1 WHERE language = old.language;
END;
