import type { StructuredDocument } from '../document/document'
import type { WrittenItem } from '../item/item'
import {
  checkImagined,
  checkLanguage,
  checkNames,
  checkPointers,
  checkProof,
  checkQuestionWord,
} from './check-against-text'
import { checkItem } from './check-item'
import { checkDenial, checkListed, checkStatement } from './check-meaning-kept'
import { checkOptions } from './check-options'
import type { CheckContext, CheckFinding, CheckFunction, CheckId, FindingCode } from './check-result'

/** Checks of what a person or a language model wrote. What the rules write is made from the sentence itself and needs none. */
const WRITTEN_CHECKS: readonly (readonly [CheckId, CheckFunction])[] = [
  ['R2', checkLanguage],
  ['R2', checkNames],
  ['R1', checkProof],
  ['R11', checkImagined],
  ['R8', checkQuestionWord],
  ['R7', checkPointers],
  ['R9', checkDenial],
  ['R3', checkListed],
  ['R13', checkStatement],
  ['R4', checkOptions],
]

/** What an author looks at and may leave as it is; everything else is a fault. */
const DOUBTS: ReadonlySet<FindingCode> = new Set([
  'depends-on-time',
  'distractors-alike-in-form',
  'key-alone-in-form',
  'key-is-topic',
  'key-longer',
  'key-not-specific',
  'key-shorter',
  'key-too-general',
  'listed-with-others',
  'made-up-example',
  'negative',
  'not-reread',
  'option-overlaps-key',
  'option-said-of-subject',
  'option-too-long',
  'qualifier-missing',
  'too-long',
  'too-short',
  'wrong-spacing',
])

export const isDoubt = ({ code }: { readonly code: FindingCode }): boolean => DOUBTS.has(code)

/** Of what an author works on, all that its items are judged against. In the browser `text` may be a stretch of the document. */
export type JudgedDocument = Pick<StructuredDocument, 'text' | 'title' | 'language' | 'blocks'>

/** The stems of the deck's other items. */
export type JudgedDeck = { readonly stems: readonly string[] }

/** What is wrong with an item that a person or a language model wrote: the checks of every item, and those of what is written freely. */
export function judge(item: WrittenItem, context: CheckContext): readonly CheckFinding[] {
  const written = WRITTEN_CHECKS.flatMap(([check, find]) => find(item, context).map((found) => ({ check, ...found })))
  return [...checkItem(item, context), ...written]
}

export function contextOf({ text, title, language, blocks }: JudgedDocument, { stems }: JudgedDeck): CheckContext {
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' ? [text.slice(block.span.start, block.span.end).replace(/^#+\s*/, '')] : [],
  )
  return { text, title, headings, language, stems }
}
