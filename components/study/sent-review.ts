import type { Rating } from '@/lib/core/memory/scheduling/memory'

/** A rating or a reversal as `app/api/reviews` takes it. Times are those of this device. */
export type SentReview =
  | {
      readonly id: string
      readonly factId: string
      readonly itemId: string
      readonly revisionId: string
      readonly rating: Rating
      readonly at: number
      readonly durationMs: number
      /** A hint was taken: the server keeps it and schedules nothing by it. */
      readonly assisted?: boolean | undefined
    }
  | { readonly id: string; readonly reversesId: string; readonly at: number }

export type Kept = {
  /** The learner whose it is: a shared device must not give one's ratings to the next. Null: a stranger. */
  readonly owner: string | null
  readonly review: SentReview
  /** Its place in the queue; a reversal must not be sent before what it takes back, whatever the device's clock does. */
  readonly order: number
}
