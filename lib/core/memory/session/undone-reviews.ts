// What a device knows of reviews: a rating, or a reversal that takes an earlier one back. Kept apart from the scheduler,
// which the page of a session does without.

type RatingOrReversal = { readonly id: string } & ({ readonly factId: string } | { readonly reversesId: string })

/** The ids of the ratings that were taken back. */
export function takenBack(reviews: readonly RatingOrReversal[]): ReadonlySet<string> {
  return new Set(reviews.flatMap((review) => ('reversesId' in review ? [review.reversesId] : [])))
}

/** The ratings that were not taken back, in the order given. */
export function activeRatings<R extends RatingOrReversal>(
  reviews: readonly R[],
): readonly Extract<R, { readonly factId: string }>[] {
  const gone = takenBack(reviews)
  const stands = (review: R): review is Extract<R, { readonly factId: string }> =>
    'factId' in review && !gone.has(review.id)
  return reviews.filter(stands)
}
