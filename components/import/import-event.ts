import type { useTranslations } from 'next-intl'
import type { Messages } from '@/i18n/areas'
import type { Depth } from '@/lib/core/generation/depth'

/** What the server sends while it makes items of a document, one JSON object a line. */
export type ImportEvent =
  /** Of `queued`: how many documents are read before this one. */
  | { readonly kind: 'progress'; readonly phase: 'queued'; readonly before: number }
  | { readonly kind: 'progress'; readonly phase: 'reading' | 'saving' }
  | {
      readonly kind: 'progress'
      readonly phase: 'generating'
      readonly done: number
      readonly total: number
      readonly items: number
    }
  /** The first cards can be studied. The server makes the rest even if the browser disconnects. */
  | { readonly kind: 'started'; readonly deckId: string; readonly cards: number }
  /** `complete` is false if the text was imported before and is still being generated. */
  | {
      readonly kind: 'imported'
      readonly deckId: string
      readonly items: number
      readonly fresh: boolean
      /** Where the text was imported before. */
      readonly begun: 'nothing' | 'rest' | 'model'
      readonly complete: boolean
      readonly next: AfterImport
    }
  /** Generation stopped after it had started; the deck's page says why. */
  | { readonly kind: 'stopped'; readonly deckId: string }
  | ({ readonly kind: 'rejected' } & Refusal)

/** In the address of a deck whose text was imported again: the title and the depth that were asked for this time, and what began. */
export const IMPORTED_AGAIN = { title: 'again', depth: 'depth', begun: 'begun' } as const

type Again = Pick<Extract<ImportEvent, { kind: 'imported' }>, 'begun' | 'complete'>

/** The address of a page of a deck, which says that its text was imported before. */
export function withImportedAgain(
  address: string,
  { begun, complete }: Again,
  asked: { readonly title: string; readonly depth: string },
): string {
  const isUnfinished = begun === 'nothing' && !complete
  const query = new URLSearchParams({
    [IMPORTED_AGAIN.title]: asked.title.trim(),
    [IMPORTED_AGAIN.depth]: asked.depth,
    [IMPORTED_AGAIN.begun]: isUnfinished ? 'unfinished' : begun,
  })
  return `${address}?${query}`
}

/** Where an import leads: to its items, to the deck that the model still reads, or to the author's own assistant. */
export type AfterImport = 'items' | 'reading' | 'assistant'

type DocumentMessages = Messages['document']

/** A reason as a key of messages/…/document.json, with the values of its placeholders. */
export type Refusal = {
  readonly reason: Exclude<keyof DocumentMessages['refused'], 'kept'>
  readonly values: Readonly<Record<string, string | number>>
}

/** What the form of New document held when it was sent without scripts. */
type SentFields = {
  readonly title: string
  readonly text: string
  readonly depth: Depth
  /** Null: not answered yet. */
  readonly model: boolean | null
}

export type NewDocumentState = { readonly refusal: Refusal | null; readonly kept: SentFields }

export type NewDocumentAction = (before: NewDocumentState, form: FormData) => Promise<NewDocumentState>

export const UNSENT: NewDocumentState = { refusal: null, kept: { title: '', text: '', depth: 'balanced', model: null } }

type Translate = ReturnType<typeof useTranslations<'document'>>

/** The rules find nothing in such a text, but a model or the author may. */
export const mayBeReadOtherwise = ({ reason }: Refusal): boolean =>
  reason === 'unknown-language' || reason === 'no-facts'

// Their sentences already say that there was nothing to keep.
const NOTHING_TYPED = new Set(['empty', 'blank', 'emptyFile'])

/** The refusal as a sentence: what happened, what was kept and what to do. */
export function refusalText(t: Translate, { reason, values }: Refusal): string {
  const filled = { ...values }
  if (reason === 'no-facts')
    filled.why = values.check ? t(`check.${values.check as keyof DocumentMessages['check']}`) : 'none'
  const sentence = t(`refused.${reason}`, filled)
  return NOTHING_TYPED.has(reason) ? sentence : `${sentence} ${t('refused.kept')}`
}
