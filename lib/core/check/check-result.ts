import type { Block } from '../document/document'
import type { WrittenItem } from '../item/item'

const CHECK_IDS = [
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

/** What a check can find. Each code has its sentence in messages/…/items.json. */
export const FINDING_CODES = [
  'no-evidence',
  'evidence-moved',
  'not-in-evidence',
  'key-alone-in-form',
  'distractors-alike-in-form',
  'key-in-stem',
  'key-word-in-stem',
  'no-distractor',
  'equal-options',
  'all-of-the-above',
  'article-cue',
  'key-longer',
  'key-shorter',
  'word-cue',
  'unresolved-reference',
  'unresolved-pronoun',
  'speaks-to-reader',
  'depends-on-time',
  'depends-on-context',
  'no-capital',
  'no-final-mark',
  'several-final-marks',
  'unbalanced-marks',
  'repeated-word',
  'wrong-spacing',
  'no-question-mark',
  'qualifier-missing',
  'key-says-nothing',
  'key-too-general',
  'key-not-specific',
  'key-is-topic',
  'too-short',
  'too-long',
  'option-too-long',
  'negative',
  'true-or-false',
  'not-false',
  'repeated-question',
  // Of what a person or a language model wrote.
  'other-language',
  'name-not-in-text',
  'figure-changed',
  'count-differs',
  'proof-of-other',
  'made-up-example',
  'wrong-question-word',
  'negation-dropped',
  'negation-added',
  'listed-with-others',
  'not-proven-true',
  'not-proven-false',
  'number-of-options',
  'option-of-other-kind',
  'option-overlaps-key',
  'option-listed-with-key',
  'option-said-of-subject',
  'not-reread',
  // Of the rules, in a deck that a model read as well.
  'rules-alone',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** `values` fill in the sentence: words of the item, numbers, names of forms. */
export type Finding = { readonly code: FindingCode; readonly values: Readonly<Record<string, string | number>> }

export const finding = (code: FindingCode, values: Finding['values'] = {}): Finding => ({ code, values })

/** A finding with the check that made it. */
export type CheckFinding = Finding & { readonly check: CheckId }

/** What an item is judged against. */
export type CheckContext = {
  /** The document's text, into which the evidence points. */
  readonly text: string
  readonly title: string
  readonly headings: readonly string[]
  /** ISO 639-3; English where it is not said. */
  readonly language?: string | undefined
  /** The document's sentences, where they were read already: spares a search through the text. */
  readonly sentences?: ReadonlySet<string> | undefined
  /** Stems of the other items of the deck; empty when judged alone. */
  readonly stems: readonly string[]
}

export type JudgedDocument = Pick<CheckContext, 'text' | 'title' | 'language'> & { readonly blocks: readonly Block[] }

/** What the items of a document are judged against. */
export function contextOf(
  { text, title, language, blocks }: JudgedDocument,
  { stems, sentences }: Pick<CheckContext, 'stems' | 'sentences'>,
): CheckContext {
  return { text, title, headings: headingsOf(text, blocks), language, stems, sentences }
}

export function headingsOf(text: string, blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(({ kind, span }) =>
    kind === 'heading' ? [text.slice(span.start, span.end).replace(/^#+\s*/, '')] : [],
  )
}

/** A text too short to tell counts as English. */
export const isEnglish = (language: string | undefined): boolean =>
  language === undefined || /^(?:eng|und)$/.test(language)

/** One check: what it finds. */
export type CheckFunction = (item: WrittenItem, context: CheckContext) => readonly Finding[]
