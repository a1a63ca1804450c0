import type { Rating } from '@/lib/core/memory/memory'

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

/** With the learner whose it is: a shared device must not give one's ratings to the next. Null: a stranger. */
export type Kept = { readonly owner: string | null; readonly review: SentReview }

const KEY = 'bilim.reviews'

// Where storage is closed or full the queue lives as long as the page.
let inPage: readonly Kept[] | null = null

export function readKept(): readonly Kept[] {
  if (inPage) return inPage
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Kept[]
  } catch {
    return []
  }
}

export function writeKept(kept: readonly Kept[]): void {
  try {
    if (kept.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(kept))
    inPage = null
  } catch {
    inPage = kept
  }
}

export function forget(batch: readonly Kept[]): void {
  const gone = new Set(batch.map(({ review }) => review.id))
  writeKept(readKept().filter(({ review }) => !gone.has(review.id)))
}

/** The stranger has become a guest, and so has what they rated. */
export function adopt(from: string | null, to: string): void {
  if (from !== to) writeKept(readKept().map((kept) => (kept.owner === from ? { ...kept, owner: to } : kept)))
}

const SAVED_AT = 'bilim.reviews.saved'

/** When the server last took a rating of this tab, by its clock: pages that it made before do not know of it. */
export function lastSavedAt(): number {
  try {
    return Number(sessionStorage.getItem(SAVED_AT) ?? 0)
  } catch {
    return 0
  }
}

export function noteSaved(at: number): void {
  try {
    sessionStorage.setItem(SAVED_AT, String(at))
  } catch {
    // Without storage going back may show a card that was rated; rating it again is logged and changes no date.
  }
}
