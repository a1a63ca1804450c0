import { withoutHint } from '../item/hint'
import type { WrittenItem } from '../item/item'
import { withoutLabel } from '../item/item-label'
import { jaccard } from '../language/english/content-words'
import { checkCues } from './check-answer-cues'
import { checkEvidence, checkFalsity } from './check-evidence'
import { checkQualifiers } from './check-meaning-kept'
import { checkReference } from './check-references'
import { type CheckContext, type CheckFinding, type CheckFunction, type CheckId, finding } from './check-result'
import { checkTriviality } from './check-triviality'
import { checkConcision, checkForm, checkGrammar } from './check-wording'

const SAME = 0.8

/** R14: no other item asks in nearly the same words. */
const checkDuplicate: CheckFunction = (item, context) => {
  const twin = context.stems.find((stem) => jaccard(stem, item.stem) >= SAME)
  return twin === undefined ? [] : [finding('repeated-question', { stem: twin })]
}

const CHECKS: readonly (readonly [CheckId, CheckFunction])[] = [
  ['R1', checkEvidence],
  ['R5', checkForm],
  ['R6', checkCues],
  ['R7', checkReference],
  ['R8', checkGrammar],
  ['R9', checkQualifiers],
  ['R10', checkTriviality],
  ['R12', checkConcision],
  ['R13', checkFalsity],
  ['R14', checkDuplicate],
]

/** Without what only says where the item belongs. */
export function withBareStem<T extends { readonly stem: string }>(item: T, { title, headings }: Place): T {
  return { ...item, stem: withoutLabel(withoutHint(item.stem), title, headings) }
}

type Place = Pick<CheckContext, 'title' | 'headings'>

/**
 * What is wrong with an item, by the rubric's checks after Haladyna, Downing and Rodriguez (2002); empty if nothing is. The same
 * for the engine's items and for an author's edit in the browser.
 */
export function checkItem(item: WrittenItem, context: CheckContext): readonly CheckFinding[] {
  const bare = withBareStem(item, context)
  return CHECKS.flatMap(([check, judge]) => judge(bare, context).map((found) => ({ check, ...found })))
}
