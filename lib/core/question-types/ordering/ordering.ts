import { z } from 'zod'
import { invalid } from '../../grading/response'
import { placeOptions } from '../answer-options'
import { filled, NOTHING_WRITTEN, type QuestionTypeModule, rejected } from '../question-type'

/** `entries` in the right order; `shown`: the same in another one. */
const schema = z.object({ entries: z.array(z.string()).readonly(), shown: z.array(z.string()).readonly() }).readonly()
export type OrderingContent = z.infer<typeof schema>
export type PublicOrdering = { readonly entries: readonly string[] }

/** Entries to be put in order. */
export const ordering: QuestionTypeModule<OrderingContent, PublicOrdering> = {
  schema,
  responseKind: 'order',
  cardRank: null,
  isStatement: false,
  asksEqualFacts: true,
  write: ({ entries, shown }) => ({
    ...NOTHING_WRITTEN,
    options: shown,
    key: entries,
    accepted: entries.map(() => []),
  }),
  edit(before, lines) {
    const entries = filled(lines.key)
    if (entries.length === 0) return rejected('incomplete')
    const shown = placeOptions(before.options, entries)
    // An order must not be shown as it is right.
    const isRight = shown.every((entry, at) => entry === entries[at])
    return {
      kind: 'edited',
      content: { entries, shown: isRight ? [...shown.slice(1), ...shown.slice(0, 1)] : shown },
    }
  },
  publicContent: ({ shown }) => ({ entries: [...shown] }),
  /**
   * An order scores by how few entries must be moved to correct it: those of the longest part in the right order
   * count as placed. As any one entry is such a part, the first of them earns nothing, and a reversed order has no points.
   * It is never shown as it is right, so leaving it is leaving the question.
   */
  grade({ entries, shown }, response) {
    if (response.kind !== 'order') return invalid('an order was asked for')
    if (response.entries.length === 0 || isSame(response.entries, shown)) return { kind: 'unanswered' }
    const places = placesOf(response.entries, entries)
    if (!places) return invalid('each entry has one place')
    const placed = new Set(longestRise(places))
    const points = entries.length > 1 ? (placed.size - 1) / (entries.length - 1) : 1
    const perKey = entries.map((_, at) => points > 0 && placed.has(at))
    return { kind: 'graded', points, correct: points === 1, perKey }
  },
  rightResponse: ({ entries }) => ({ kind: 'order', entries }),
  // Every question may name the entries; what is asked is their order.
  leakingWords: () => [],
  reveal({ entries }, response, { perKey, evidenceAt }) {
    const given = response.kind === 'order' ? response.entries : []
    const places = entries.map((entry, at) => ({
      entry,
      given: given.includes(entry) ? given.indexOf(entry) + 1 : null,
      counted: perKey[at] ?? false,
      evidence: evidenceAt(at),
    }))
    return { kind: 'order', places }
  },
  printedSpace: ({ entries }) => ({ kind: 'order', options: entries }),
  printedKey: ({ entries }) => entries.map((entry, at) => `${at + 1}. ${entry}`),
}

function isSame(given: readonly string[], shown: readonly string[]): boolean {
  return given.length === shown.length && given.every((entry, at) => entry === shown[at])
}

/** For each entry given its index in the right order; null when they are not the same entries. */
function placesOf(given: readonly string[], right: readonly string[]): readonly number[] | null {
  if (given.length !== right.length) return null
  const left = new Map<string, number[]>()
  for (const [at, entry] of right.entries()) left.set(entry, [...(left.get(entry) ?? []), at])
  const places = given.map((entry) => left.get(entry)?.shift())
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
