import type { StudyQuery } from './study-address'

/** Hidden fields that keep the query of the session in a form without script. */
export function QueryFields({ query }: { query: StudyQuery }) {
  return (
    <>
      {query.deckId ? <input type="hidden" name="deck" value={query.deckId} /> : null}
      {query.only ? <input type="hidden" name="only" value={query.only} /> : null}
      {query.cram ? <input type="hidden" name="cram" value="1" /> : null}
      {query.from ? <input type="hidden" name="from" value={query.from} /> : null}
      {query.factIds ? <input type="hidden" name="facts" value={query.factIds.join(',') || 'none'} /> : null}
    </>
  )
}
