-- Facets of broad questions are counted in this index alone: it holds all columns such a question asks for or counts.
DROP INDEX quotations_by_facets;
CREATE INDEX quotations_by_facets
    ON quotations (kind, language, how, outlet, sort_day, speaker, document, day_to);
