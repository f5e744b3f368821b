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
