-- By themselves, so that they are made once a library's rows are in, which is faster. What an index would be too long
-- for (a path, a name) has one of its hash, or none where hardly anything looks for it.
CREATE INDEX articles_by_id ON articles USING hash (id);
CREATE INDEX articles_by_path ON articles USING hash (path);
CREATE UNIQUE INDEX versions_by_article ON versions (article, sha256);
CREATE UNIQUE INDEX versions_current ON versions (article) WHERE current = 1;
CREATE INDEX versions_by_day ON versions (current, day);
CREATE INDEX versions_by_text ON versions (text_sha, current);
CREATE UNIQUE INDEX embeddings_by_sha ON embeddings (model, sha);
CREATE INDEX passages_by_version ON passages (version, start);
CREATE INDEX speakers_by_name ON speakers USING hash (name);
CREATE INDEX speaker_names_by_folded ON speaker_names USING hash (folded);
CREATE INDEX attributions_by_version ON attributions (version, ordinal);
CREATE INDEX attributions_by_speaker ON attributions (linked);
CREATE INDEX bands_by_hash ON bands (band, hash);
CREATE INDEX bands_by_version ON bands (version);
CREATE INDEX names_by_name ON names USING hash (name);
CREATE UNIQUE INDEX descriptions_by_version ON descriptions (version, ordinal);
CREATE INDEX descriptions_by_head ON descriptions USING hash (head);
CREATE INDEX spoken_for_by_speaker ON spoken_for (linked);
CREATE UNIQUE INDEX vocabulary_by_term ON vocabulary (term);
CREATE UNIQUE INDEX postings_by_term ON postings (term, passage) INCLUDE (occurrences, length);
