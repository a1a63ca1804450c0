/** Where a session takes its cards from and leads back to. */
export type StudyPlace = {
  readonly deckId: string | null
  /** Null: whatever is due. */
  readonly factIds: readonly string[] | null
  readonly lastReviewId: string | null
}
