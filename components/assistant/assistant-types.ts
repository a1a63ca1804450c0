import type { Depth } from '@/lib/core/generation/depth'

/** What an author copies into an assistant: the whole document, or a part of a long one; and what came of replies to it. */
export type Prompt = { readonly prompt: string; readonly kept: number; readonly refused: number }

export type RefusedItem = { readonly question: string; readonly why: string }

/** What came of all replies so far. */
export type SoFar = {
  readonly kept: number
  /** How many of them are to check only at a wider depth than the deck's. */
  readonly beyond: number
  /** The depth that shows them too, and how many items the deck has there and now; null where none lies beyond. */
  readonly wider: { readonly depth: Depth; readonly items: number; readonly now: number } | null
  readonly refused: readonly RefusedItem[]
}

/** What came of a pasted reply. */
export type ReplyOutcome =
  | { readonly kind: 'unsent' }
  | {
      readonly kind: 'checked'
      readonly kept: number
      /** How many of them are to check only at a wider depth than the deck's. */
      readonly beyond: number
      readonly refused: readonly RefusedItem[]
      /** How many were not looked at, because only so many are checked at once. */
      readonly leftOut: number
      /** The items that came with it, for undo. */
      readonly itemIds: readonly string[]
      readonly reply: string
    }
  | {
      readonly kind: 'undone'
      readonly removed: number
      /** Studied or asked already: they are rejected instead. */
      readonly kept: number
      /** Removed before, or no longer the author's to change. */
      readonly gone: number
      readonly reply: string
    }
  /** The reason is a key of messages/…/assistant.json. */
  | {
      readonly kind: 'rejected'
      readonly reason: 'empty' | 'too-long' | 'busy' | 'changing' | 'too-slow' | 'unreadable' | 'gone'
      readonly reply: string
    }

/** The field `undo` takes the items of the last reply back; otherwise `reply` is checked. */
export type ReplyAction = (before: ReplyOutcome, form: FormData) => Promise<ReplyOutcome>
