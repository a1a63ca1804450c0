import type { useTranslations } from 'next-intl'
import type { Messages } from '@/i18n/areas'

/** What the server sends while it makes items of a document, one JSON object a line. */
export type ImportEvent =
  | { readonly kind: 'progress'; readonly phase: 'queued' | 'reading' | 'saving' }
  | {
      readonly kind: 'progress'
      readonly phase: 'generating'
      readonly done: number
      readonly total: number
      readonly facts: number
      readonly items: number
    }
  /** The first cards can be studied. The server makes the rest even if the browser disconnects. */
  | { readonly kind: 'started'; readonly deckId: string; readonly cards: number }
  /** `complete` is false if the text was imported before and is still being generated. */
  | {
      readonly kind: 'imported'
      readonly deckId: string
      readonly facts: number
      readonly items: number
      readonly fresh: boolean
      readonly complete: boolean
    }
  /** Generation stopped after it had started; the deck's page says why. */
  | { readonly kind: 'stopped'; readonly deckId: string }
  | ({ readonly kind: 'rejected' } & Refusal)

type DocumentMessages = Messages['document']

/** A reason as a key of messages/…/document.json, with the values of its placeholders. */
export type Refusal = {
  readonly reason: Exclude<keyof DocumentMessages['refused'], 'kept'>
  readonly values: Readonly<Record<string, string | number>>
}

export type NewDocumentState = {
  readonly refusal: Refusal | null
  readonly kept: { readonly title: string; readonly text: string }
}

export type NewDocumentAction = (before: NewDocumentState, form: FormData) => Promise<NewDocumentState>

export const UNSENT: NewDocumentState = { refusal: null, kept: { title: '', text: '' } }

type Translate = ReturnType<typeof useTranslations<'document'>>

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
