-- New words of an index wait in a list that every search reads to its end. The embedded database has nobody who empties it in
-- between, and four megabytes of it cost a search more than all else: a list of this length (in kB) costs nothing to speak of.
ALTER INDEX "SearchItem_open_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "SearchItem_whole_idx" SET (gin_pending_list_limit = 256);
ALTER INDEX "SearchPassage_words_idx" SET (gin_pending_list_limit = 256);

-- Whether a word may be what was meant by another: no shorter by more than the three letters that core/document/closest-word.ts
-- allows. Its price is what comparing words by their trigrams costs, which the planner takes for nothing and would do with
-- each word there is.
CREATE FUNCTION search_may_mean(word TEXT, typed TEXT) RETURNS BOOLEAN LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
BEGIN
  RETURN length(word) >= length(typed) - 3;
END $$;
