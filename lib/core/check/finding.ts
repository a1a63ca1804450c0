import type { WrittenItem } from '../item/item'

export const CHECK_IDS = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
] as const
/** A check of the rubric by which items are judged. */
export type CheckId = (typeof CHECK_IDS)[number]

/** What an item may be objected to for. Each has its sentence on screen, in messages/…/items.json under `checks`. */
export const FINDING_CODES = [
  'no-evidence',
  'evidence-moved',
  'not-in-evidence',
  'key-alone-in-form',
  'wrong-alike-in-form',
  'says-answer',
  'half-said',
  'all-right',
  'options-same',
  'all-of-the-above',
  'article-cue',
  'key-longer',
  'key-shorter',
  'word-cue',
  'points-outside',
  'unnamed',
  'speaks-to-reader',
  'depends-on-time',
  'depends-on-context',
  'no-capital',
  'no-end',
  'two-ends',
  'no-partner',
  'twice',
  'spaces',
  'no-question-mark',
  'left-out',
  'says-nothing',
  'too-general',
  'does-not-say-which',
  'is-topic',
  'too-short',
  'too-long',
  'option-too-long',
  'negative',
  'true-or-false',
  'not-false',
  'asks-the-same',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** `values` fill in the sentence: words of the item, numbers, names of forms. */
export type Objection = { readonly code: FindingCode; readonly values: Readonly<Record<string, string | number>> }

export const objection = (code: FindingCode, values: Objection['values'] = {}): Objection => ({ code, values })

/** Why an item is not good enough, by the check that says so. */
export type CheckFinding = Objection & { readonly check: CheckId }

/** What an item is judged against. */
export type CheckContext = {
  /** The document's text, into which the evidence points. */
  readonly text: string
  readonly title: string
  readonly headings: readonly string[]
  /** The document's sentences, where they were read already: spares a search through the text. */
  readonly sentences?: ReadonlySet<string>
  /** Stems of the other items of the deck; empty when judged alone. */
  readonly stems: readonly string[]
}

/** One check: what it objects to. */
export type CheckFunction = (item: WrittenItem, context: CheckContext) => readonly Objection[]
