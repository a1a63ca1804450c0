/** What an author copies into an assistant: the whole document, or a part of a long one. */
export type Prompt = { readonly prompt: string }

/** What came of a pasted reply. */
export type ReplyOutcome =
  | { readonly kind: 'unsent' }
  | {
      readonly kind: 'checked'
      readonly kept: number
      /** How many of them are to check only at a wider depth than the deck's. */
      readonly beyond: number
      readonly refused: readonly { readonly question: string; readonly why: string }[]
      /** How many were not looked at, because only so many are checked at once. */
      readonly leftOut: number
      /** The items that came with it, for undo. */
      readonly itemIds: readonly string[]
      readonly reply: string
    }
  | { readonly kind: 'undone'; readonly kept: number; readonly reply: string }
  /** The reason is a key of messages/…/assistant.json. */
  | {
      readonly kind: 'rejected'
      readonly reason: 'empty' | 'too-long' | 'busy' | 'changing' | 'too-slow' | 'unreadable' | 'gone'
      readonly reply: string
    }

/** The field `undo` takes the items of the last reply back; otherwise `reply` is checked. */
export type ReplyAction = (before: ReplyOutcome, form: FormData) => Promise<ReplyOutcome>
