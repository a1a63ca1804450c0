import { hasNumber } from '../grading/match-text'
import type { Edit, EditFault, Written } from '../question-types/question-type'
import { type ItemType, isArrangement, isTyped, itemType, type Typed, write } from '../question-types/registry'
import { countGaps } from '../shared/gap-placeholder'
import { hintedAnew, withoutHint } from './hint'

export type Reworded<T> =
  | { readonly kind: 'reworded'; readonly item: T }
  | { readonly kind: 'rejected'; readonly reason: EditFault }

/** The item in an author's words, or what it lacks. */
export function reword<T extends Typed & { readonly stem: string }>(item: T, edit: Edit): Reworded<T> {
  const before = withSpellings(write(item), edit.accepted)
  const type = typeAfter(item.type, edit.stem)
  const edited = itemType(type).edit(before, edit)
  if (edited.kind === 'rejected') return edited
  const { content } = edited
  const after = write({ type, content } as Typed)
  const stem = hintedAnew(edit.stem.trim(), before.key, after.key)
  const fault = stem === '' ? 'incomplete' : keyFault(type, after.key)
  if (fault) return { kind: 'rejected', reason: fault }
  return { kind: 'reworded', item: { ...item, type, stem, content } as T }
}

/** What a key lacks that its type could be answered without, though not as it is meant. */
export function keyFault(type: ItemType, key: readonly string[]): EditFault | null {
  if (type === 'numeric' && !key.every(hasNumber)) return 'not-a-number'
  return isArrangement(type) && key.length < LEAST_TO_ARRANGE ? 'too-few-lines' : null
}

const LEAST_TO_ARRANGE = 2

/** An answer whose text stays keeps its spellings, so they are replaced before the type's module edits the content. */
function withSpellings(before: Written, accepted: Edit['accepted'] = {}): Written {
  return { ...before, accepted: before.accepted.map((spellings, at) => accepted[at] ?? spellings) }
}

/** The stem as an item of this type asks it: a hint for who types is none where the answer stands among what is shown. */
export const stemAs = (type: ItemType, stem: string): string =>
  isTyped(type) || itemType(type).responseKind === null ? stem : withoutHint(stem)

/** A cloze with several gaps is of another type. */
export function typeAfter(type: ItemType, stem: string): ItemType {
  if (type !== 'cloze' && type !== 'gaps') return type
  return countGaps(stem) > 1 ? 'gaps' : 'cloze'
}
