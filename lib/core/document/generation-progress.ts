/** Why the generation of a document stopped before its end. */
const STOP_REASONS = ['cancelled', 'too-slow', 'failed', 'busy', 'interrupted'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** How far a document is generated. Pages count from 1: a text has none of its own, so they are counted by its length. */
export type GenerationProgress =
  | { readonly kind: 'complete' }
  | { readonly kind: 'generating'; readonly page: number; readonly pages: number }
  | {
      readonly kind: 'stopped'
      readonly reason: StopReason
      readonly page: number
      readonly pages: number
    }

/** The standard page of translators and publishers: 30 lines of 60 characters. */
const CHARACTERS_A_PAGE = 1_800

/** The page at `readTo`; both lengths in UTF-16 code units. */
export function pageOf(readTo: number, length: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(length / CHARACTERS_A_PAGE))
  return { page: Math.min(pages, Math.floor(readTo / CHARACTERS_A_PAGE) + 1), pages }
}

export const isStopReason = (state: string): state is StopReason => STOP_REASONS.some((reason) => reason === state)
