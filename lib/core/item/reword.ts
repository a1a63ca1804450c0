import { hintedAnew } from './hint'
import type { Item, ItemType } from './item'
import { isPaired, pairLine, pairsOf, pairText, rightOptions } from './pairs'

/** What an author may change. Options of a choice are its key and its wrong ones. */
export type Edit = { readonly stem: string; readonly key: readonly string[]; readonly wrong: readonly string[] }

type Words = Pick<Item, 'type' | 'stem' | 'options' | 'key' | 'accepted' | 'distractorReasons' | 'distractorProofs'>

/** The options that are in no right answer. */
export function wrongOptions(item: Pick<Item, 'type' | 'key' | 'options'>): readonly string[] {
  const right = rightOptions(item)
  return item.options.filter((option) => !right.includes(option))
}

/** `incomplete`: without stem or key, or a line of a matching is no pair. */
export type EditFault = 'incomplete' | 'no-wrong-options'
export type Reworded<T> =
  | { readonly kind: 'reworded'; readonly item: T }
  | { readonly kind: 'rejected'; readonly reason: EditFault }

/** The item in an author's words, or what it lacks. */
export function reword<T extends Words>(item: T, edit: Edit): Reworded<T> {
  const key = filled(edit.key).map((entry) => (isPaired(item.type) ? pairLine(entry) : entry))
  const stem = hintedAnew(edit.stem.trim(), item.key, key)
  if (stem === '' || key.length === 0) return { kind: 'rejected', reason: 'incomplete' }
  if (isPaired(item.type) && key.some((entry) => !isPair(entry))) return { kind: 'rejected', reason: 'incomplete' }
  const right = rightOptions({ type: item.type, key, options: item.options })
  const wrong = filled(edit.wrong).filter((option) => !right.includes(option))
  // It would be saved and never asked.
  if (CHOSEN.has(item.type) && wrong.length === 0) return { kind: 'rejected', reason: 'no-wrong-options' }
  const reworded = {
    ...item,
    stem,
    key,
    options: item.options.length === 0 ? [] : offer(item, [...right, ...wrong]),
    // Spellings that count stay with the answers that were kept.
    accepted: key.map((entry) => item.accepted[item.key.indexOf(entry)] ?? []),
    // An option in other words is another option: why it was wrong, and where the text speaks of it, went with the old one.
    // A reason may also speak of the key: another key takes all of them along.
    distractorReasons: isSameKey(item.key, key) ? only(item.distractorReasons, wrong) : {},
    distractorProofs: only(item.distractorProofs, wrong),
  }
  return { kind: 'reworded', item: reworded }
}

/** Types whose learners choose among options. */
const CHOSEN: ReadonlySet<ItemType> = new Set(['choice', 'multiple'])

const isSameKey = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((entry) => other.includes(entry))

function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

function isPair(entry: string): boolean {
  return pairsOf({ key: [entry], options: [] }).every(
    (pair) => pair.left !== '' && pair.right !== '' && pairText(pair) === entry,
  )
}

// Options keep their places as far as they were kept; new ones follow, so that editing never moves the key to one end.
function offer({ type, options }: Words, after: readonly string[]): string[] {
  const fresh = after.filter((option) => !options.includes(option))
  const kept = options.map((option) => (after.includes(option) ? option : fresh.shift()))
  const offered = [...kept.filter((option) => option !== undefined), ...fresh]
  // An order must not be shown as it is right.
  const isRight = type === 'ordering' && offered.every((entry, at) => entry === after[at])
  return isRight ? [...offered.slice(1), ...offered.slice(0, 1)] : offered
}

function only<T>(byOption: Readonly<Record<string, T>>, options: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(byOption).filter(([option]) => options.includes(option)))
}
