import type { FindingCode } from '../check/check-result'
import type { Span } from '../document/document'
import type { FinderName } from './draft'

const OF_SENTENCES = [
  'example',
  'command',
  'fragment',
  'question',
  'hedged',
  'no-claim',
  'sentence-too-long',
  // Never saved.
  'not-read-yet',
  'no-draft',
  'rejected',
] as const

/** Why a reply, a draft or a sentence gave no item, beside the findings of lib/core/check. Sentences in messages/…/refusals.json. */
export const REFUSAL_CODES = [
  // Of a draft that cannot be read, or quotes what the document does not say.
  'unreadable',
  'unknown-type',
  'unknown-sentence',
  'quote-not-found',
  'no-sentence-found',
  'quote-ambiguous',
  'key-not-in-quote',
  // Of a draft that the second reading doubts.
  'answered-otherwise',
  'not-answerable',
  'guessable',
  'another-answer',
  'option-also-right',
  // Of a draft that repeats what is there.
  'same-question',
  'answers-another',
  ...OF_SENTENCES,
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number] | FindingCode

/** Why a sentence, or a draft about it, is not asked. */
export type Refusal = {
  readonly finder: FinderName
  readonly code: RefusalCode
  /** What fills in the sentence of the code. */
  readonly values: Readonly<Record<string, string | number>>
  /** The sentence; null where the document has none like it. */
  readonly span: Span | null
  /** Of a draft, what it asked and its answer; empty for a sentence that nothing was drafted of. */
  readonly stem: string
  readonly key: string
}

/** Whether it speaks of a draft; else of the sentence itself, as do codes of findings without values. */
export const isOfDraft = ({ code, values, stem }: Refusal): boolean =>
  stem !== '' || (Object.keys(values).length > 0 && !OF_SENTENCES.some((known) => known === code))
