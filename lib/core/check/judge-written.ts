import type { WrittenItem } from '../item/item'
import {
  checkCount,
  checkFigures,
  checkImagined,
  checkLanguage,
  checkNames,
  checkPointers,
  checkProof,
  checkQuestionWord,
} from './check-against-text'
import { checkItem, withBareStem } from './check-item'
import { checkDenial, checkListed, checkStatement } from './check-meaning-kept'
import { checkOptions } from './check-options'
import type { CheckContext, CheckFinding, CheckFunction, CheckId, FindingCode } from './check-result'

/** Checks of what a person or a language model wrote. What the rules write is made from the sentence itself and needs none. */
const WRITTEN_CHECKS: readonly (readonly [CheckId, CheckFunction])[] = [
  ['R2', checkLanguage],
  ['R2', checkNames],
  ['R9', checkFigures],
  ['R3', checkCount],
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
  'option-listed-with-key',
  'option-overlaps-key',
  'option-said-of-subject',
  'option-too-long',
  'qualifier-missing',
  'rules-alone',
  'too-long',
  'too-short',
  'wrong-spacing',
])

export const isDoubt = ({ code }: { readonly code: FindingCode }): boolean => DOUBTS.has(code)

/** What is wrong with an item that a person or a language model wrote: the checks of every item, and those of what is written freely. */
export function judge(item: WrittenItem, context: CheckContext): readonly CheckFinding[] {
  const bare = withBareStem(item, context)
  const written = WRITTEN_CHECKS.flatMap(([check, find]) => find(bare, context).map((found) => ({ check, ...found })))
  return [...checkItem(bare, context), ...written]
}
