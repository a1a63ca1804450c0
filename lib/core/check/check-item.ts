import { withoutHint } from '../item/hint'
import type { Item } from '../item/item'
import { withoutLabel } from '../item/label'
import { judgeConcision } from './concision'
import { judgeCues } from './cues'
import { judgeDuplicate } from './duplicate'
import { judgeEvidence } from './evidence'
import { judgeFalsity } from './falsity'
import type { Check, Judge, LintContext, LintFinding } from './finding'
import { judgeForm } from './form'
import { judgeGrammar } from './grammar'
import { judgeMeaning } from './meaning'
import { judgeReference } from './reference'
import { judgeTriviality } from './triviality'

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
export function lintItem(item: Item, context: LintContext): readonly LintFinding[] {
  const told = { ...item, stem: withoutLabel(withoutHint(item.stem), context.title, context.headings) }
  return JUDGES.flatMap(([check, judge]) => judge(told, context).map((found) => ({ check, ...found })))
}
