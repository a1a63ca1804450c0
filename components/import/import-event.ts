/** What the server tells, one JSON object a line, while a document becomes items. */
export type ImportEvent =
  | { readonly kind: 'progress'; readonly phase: 'waiting' | 'reading' | 'saving' }
  | {
      readonly kind: 'progress'
      readonly phase: 'generating'
      readonly done: number
      readonly total: number
      readonly facts: number
      readonly items: number
    }
  /** The first cards can be studied; the rest is made even if nobody listens any more. */
  | { readonly kind: 'started'; readonly deckId: string; readonly cards: number }
  /** `complete`: false if the text is there already and is still being generated. */
  | {
      readonly kind: 'imported'
      readonly deckId: string
      readonly facts: number
      readonly items: number
      readonly fresh: boolean
      readonly complete: boolean
    }
  /** After it had started; the deck says why. */
  | { readonly kind: 'stopped'; readonly deckId: string }
  | ({ readonly kind: 'rejected' } & Refusal)

/** Why not, as a key of messages/…/document.json with what it fills in. */
export type Refusal = { readonly reason: string; readonly values: Readonly<Record<string, string | number>> }

export type NewDocumentState = {
  readonly refusal: Refusal | null
  readonly kept: { readonly title: string; readonly text: string }
}

export type NewDocumentAction = (before: NewDocumentState, form: FormData) => Promise<NewDocumentState>

export const UNSENT: NewDocumentState = { refusal: null, kept: { title: '', text: '' } }
