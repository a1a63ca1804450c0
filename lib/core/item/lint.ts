import { withoutHint } from './hint'
import type { Item } from './item'
import { withoutLabel } from './label'
import { judgeConcision } from './lint/concision'
import { judgeCues } from './lint/cues'
import { judgeDuplicate } from './lint/duplicate'
import { judgeEvidence } from './lint/evidence'
import { judgeFalsity } from './lint/falsity'
import type { Check, Judge, LintContext, LintFinding } from './lint/finding'
import { judgeForm } from './lint/form'
import { judgeGrammar } from './lint/grammar'
import { judgeMeaning } from './lint/meaning'
import { judgeReference } from './lint/reference'
import { judgeTriviality } from './lint/triviality'

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
