/** Why a document is not made to its end, and nothing makes it now. */
const STOP_REASONS = ['cancelled', 'too-slow', 'failed', 'busy', 'interrupted'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** How far a document is made. Pages count from 1: a text has none of its own, so they are counted by its length. */
export type Making =
  | { readonly kind: 'whole' }
  | { readonly kind: 'making'; readonly page: number; readonly pages: number; readonly facts: number }
  | {
      readonly kind: 'stopped'
      readonly reason: StopReason
      readonly page: number
      readonly pages: number
      readonly facts: number
    }

/** What translators and publishers count as a page: 30 lines of 60 characters. */
const CHARACTERS_A_PAGE = 1_800

/** Where a reader is who has read a text until `readTo`; both lengths in UTF-16 code units. */
export function pageOf(readTo: number, length: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(length / CHARACTERS_A_PAGE))
  return { page: Math.min(pages, Math.floor(readTo / CHARACTERS_A_PAGE) + 1), pages }
}

export const isStopReason = (state: string): state is StopReason => STOP_REASONS.some((reason) => reason === state)
