// Separate from the scheduler, so that the page of a session does not load it.

/** A rating, or a reversal that undoes an earlier one. */
type RatingOrReversal = { readonly id: string } & ({ readonly factId: string } | { readonly reversesId: string })

/** The ids of the ratings that were undone. */
export function undoneIds(reviews: readonly RatingOrReversal[]): ReadonlySet<string> {
  return new Set(reviews.flatMap((review) => ('reversesId' in review ? [review.reversesId] : [])))
}

/** The ratings that were not undone, in the order given. */
export function activeRatings<R extends RatingOrReversal>(
  reviews: readonly R[],
): readonly Extract<R, { readonly factId: string }>[] {
  const undone = undoneIds(reviews)
  const isActiveRating = (review: R): review is Extract<R, { readonly factId: string }> =>
    'factId' in review && !undone.has(review.id)
  return reviews.filter(isActiveRating)
}
