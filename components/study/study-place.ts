/** Where a session takes its cards from and leads back to. */
export type StudyPlace = {
  readonly deckId: string | null
  /** Null: whatever is due. */
  readonly factIds: readonly string[] | null
  readonly lastReviewId: string | null
  /** A selection as it is written in the address; null: what is to be done today. */
  readonly only: string | null
  /** How many of the selection came in sessions before this one; only where rating leaves the selection as it is. */
  readonly from: number
  /** Practice: nothing is sent, no date changes. */
  readonly cram: boolean
}
