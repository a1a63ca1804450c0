import { withoutHint } from '../item/hint'
import type { WrittenItem } from '../item/item'
import { withoutLabel } from '../item/label'
import { jaccard } from '../language/english/content-words'
import { judgeCues } from './cues'
import { judgeEvidence, judgeFalsity, judgeMeaning } from './evidence'
import { type Check, type Judge, type LintContext, type LintFinding, objection } from './finding'
import { judgeReference } from './reference'
import { judgeTriviality } from './triviality'
import { judgeConcision, judgeForm, judgeGrammar } from './wording'

const SAME = 0.8

/** R14: no other item asks in nearly the same words. */
const judgeDuplicate: Judge = (item, context) => {
  const twin = context.stems.find((stem) => jaccard(stem, item.stem) >= SAME)
  return twin === undefined ? [] : [objection('asks-the-same', { stem: twin })]
}

const JUDGES: readonly (readonly [Check, Judge])[] = [
  ['R1', judgeEvidence],
  ['R5', judgeForm],
  ['R6', judgeCues],
  ['R7', judgeReference],
  ['R8', judgeGrammar],
  ['R9', judgeMeaning],
  ['R10', judgeTriviality],
  ['R12', judgeConcision],
  ['R13', judgeFalsity],
  ['R14', judgeDuplicate],
]

/**
 * What a strict teacher would object to, by the rubric's checks after Haladyna, Downing and Rodriguez (2002). Empty: fit to show.
 * Pure and light: judges the engine's items and an author's edit in the browser alike.
 */
export function lintItem(item: WrittenItem, context: LintContext): readonly LintFinding[] {
  const told = { ...item, stem: withoutLabel(withoutHint(item.stem), context.title, context.headings) }
  return JUDGES.flatMap(([check, judge]) => judge(told, context).map((found) => ({ check, ...found })))
}
