import { withoutHint } from '../item/hint'
import type { WrittenItem } from '../item/item'
import { withoutLabel } from '../item/label'
import { jaccard } from '../language/english/content-words'
import { checkCues } from './cues'
import { checkEvidence, checkFalsity, checkMeaning } from './evidence'
import { type CheckContext, type CheckFinding, type CheckFunction, type CheckId, objection } from './finding'
import { checkReference } from './reference'
import { checkTriviality } from './triviality'
import { checkConcision, checkForm, checkGrammar } from './wording'

const SAME = 0.8

/** R14: no other item asks in nearly the same words. */
const checkDuplicate: CheckFunction = (item, context) => {
  const twin = context.stems.find((stem) => jaccard(stem, item.stem) >= SAME)
  return twin === undefined ? [] : [objection('asks-the-same', { stem: twin })]
}

const CHECKS: readonly (readonly [CheckId, CheckFunction])[] = [
  ['R1', checkEvidence],
  ['R5', checkForm],
  ['R6', checkCues],
  ['R7', checkReference],
  ['R8', checkGrammar],
  ['R9', checkMeaning],
  ['R10', checkTriviality],
  ['R12', checkConcision],
  ['R13', checkFalsity],
  ['R14', checkDuplicate],
]

/**
 * What a strict teacher would object to, by the rubric's checks after Haladyna, Downing and Rodriguez (2002). Empty: fit to show.
 * Pure and light: judges the engine's items and an author's edit in the browser alike.
 */
export function checkItem(item: WrittenItem, context: CheckContext): readonly CheckFinding[] {
  const told = { ...item, stem: withoutLabel(withoutHint(item.stem), context.title, context.headings) }
  return CHECKS.flatMap(([check, judge]) => judge(told, context).map((found) => ({ check, ...found })))
}
