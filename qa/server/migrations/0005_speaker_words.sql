-- By which words each speaker is found, and the halves of these words, as a folder has them since format 6.
CREATE TABLE speaker_words (word BYTEA NOT NULL, speaker BIGINT NOT NULL);
CREATE TABLE word_halves (half BYTEA NOT NULL, word BYTEA NOT NULL);
CREATE INDEX speaker_words_by_word ON speaker_words USING hash (word);
CREATE UNIQUE INDEX speaker_words_once ON speaker_words (speaker, sha256(word));
CREATE INDEX word_halves_by_half ON word_halves USING hash (half);
CREATE UNIQUE INDEX word_halves_once ON word_halves (sha256(word), sha256(half));
CREATE INDEX speakers_by_count ON speakers (count);
