import type { Item } from '../item/item'
import { pairsOf } from '../item/pairs'
import { graded, invalid, type Response, type Score } from './response'

type Arranged = Pick<Item, 'key' | 'options'>

/** Matching and categorising: each prompt is worth its share; one that was left empty earns nothing. */
export function gradePairs(revision: Arranged, response: Response): Score {
  if (response.kind !== 'pairs') return invalid('an option for each prompt was asked for')
  const { chosen } = response
  if (chosen.length > revision.key.length) return invalid('more answers than prompts')
  if (chosen.some((option) => option !== '' && !revision.options.includes(option)))
    return invalid('this option was not offered')
  return graded(pairsOf(revision).map(({ right }, at) => chosen[at] === right))
}

/**
 * An order is as good as few entries have to be moved to mend it: those of the longest part that stands in the right order
 * count as placed. As any one entry is such a part, the first of them earns nothing, and a reversed order has no points.
 */
export function gradeOrdering({ key }: Arranged, response: Response): Score {
  if (response.kind !== 'order') return invalid('an order was asked for')
  const places = placesOf(response.entries, key)
  if (!places) return invalid('each entry has one place')
  const placed = new Set(longestRise(places))
  const points = key.length > 1 ? (placed.size - 1) / (key.length - 1) : 1
  return {
    kind: 'graded',
    points,
    correct: points === 1,
    perKey: key.map((_, at) => points > 0 && placed.has(at)),
  }
}

/** The order in which the entries were shown is never the right one, so leaving it is leaving the question. */
export function isAsShown({ options }: Arranged, entries: readonly string[]): boolean {
  return (
    entries.length === 0 || (entries.length === options.length && entries.every((entry, at) => entry === options[at]))
  )
}

/** For each entry given its index in the key; null when it is not the same entries. */
function placesOf(entries: readonly string[], key: readonly string[]): readonly number[] | null {
  if (entries.length !== key.length) return null
  const left = new Map<string, number[]>()
  for (const [at, entry] of key.entries()) left.set(entry, [...(left.get(entry) ?? []), at])
  const places = entries.map((entry) => left.get(entry)?.shift())
  return places.every((place) => place !== undefined) ? places : null
}

/** The longest increasing subsequence, the first found of several. Orderings are short, so every pair may be looked at. */
function longestRise(places: readonly number[]): readonly number[] {
  const rises: (readonly number[])[] = []
  for (const [at, place] of places.entries()) {
    const before = rises.slice(0, at).filter((rise) => (rise.at(-1) ?? 0) < place)
    rises.push([...longest(before), place])
  }
  return longest(rises)
}

function longest(rises: readonly (readonly number[])[]): readonly number[] {
  return rises.reduce<readonly number[]>((best, rise) => (rise.length > best.length ? rise : best), [])
}
