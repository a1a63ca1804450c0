import type { StudyPlace } from './study-query'

/** Without script a form leads back to where the session takes its cards from. */
export function PlaceFields({ place }: { place: StudyPlace }) {
  return (
    <>
      {place.deckId ? <input type="hidden" name="deck" value={place.deckId} /> : null}
      {place.only ? <input type="hidden" name="only" value={place.only} /> : null}
      {place.cram ? <input type="hidden" name="cram" value="1" /> : null}
      {place.from ? <input type="hidden" name="from" value={place.from} /> : null}
      {place.factIds ? <input type="hidden" name="facts" value={place.factIds.join(',') || 'none'} /> : null}
    </>
  )
}
