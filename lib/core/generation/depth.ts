import { z } from 'zod'
import type { ItemType } from '../question-types/registry'
import { countWords } from '../shared/count-words'
import type { Generated } from './generated'

/** How many items of a document an author wants: each depth shows those of the ones before it too. */
const DEPTHS = ['key', 'balanced', 'everything'] as const
export const Depth = z.enum(DEPTHS)
export type Depth = z.infer<typeof Depth>

type Limit = {
  readonly depth: Depth
  readonly perThousandWords: number
  /** For a text of a few sentences. */
  readonly least: number
}

/** How many items each depth shows; the last has no limit. */
const LIMITS: readonly Limit[] = [
  { depth: 'key', perThousandWords: 8, least: 5 },
  { depth: 'balanced', perThousandWords: 20, least: 15 },
]

/** What decides an item's place among those of its document. */
export type RankedItem = {
  readonly id: string
  readonly type: ItemType
  /** 0 to 1. */
  readonly score: number
  readonly factIds: readonly string[]
  /** Where its proof begins, in UTF-16 code units of the document. */
  readonly start: number
}

/** Whether a deck of this depth shows what belongs to `place`. */
export const isWithin = ({ depth }: Place, deckDepth: Depth): boolean =>
  DEPTHS.indexOf(depth) <= DEPTHS.indexOf(deckDepth)

export type Place = {
  /** From 1, the best. */
  readonly rank: number
  /** The first depth that shows it. */
  readonly depth: Depth
}

/**
 * Orders the items of a document, the best first, and draws the line of each depth. An item is worth less when those before
 * it ask the same fact, are of its type, or stand near it, so that the first ones cover the document. The same items give the
 * same places, in whatever order they come. `words` counts the document's.
 */
export function rankItems(items: readonly RankedItem[], words: number): ReadonlyMap<string, Place> {
  const taken = createTaken()
  const waiting = [...items]
    .sort((a, b) => b.score - a.score || compare(a.id, b.id))
    .map((item) => ({ item, worth: item.score }))
  const places = new Map<string, Place>()
  while (waiting.length > 0) {
    const { item } = takeBest(waiting, taken)
    places.set(item.id, { rank: places.size + 1, depth: depthAt(places.size, words) })
    taken.add(item)
  }
  return places
}

/** The places of a document's items, by their ids. */
export function rankGenerated({ document, facts, items }: Pick<Generated, 'document' | 'facts' | 'items'>) {
  const starts = new Map(facts.map(({ id, spans }) => [id, spans[0]?.start ?? 0]))
  const ranked = items.map(({ id, type, score, factIds }) => {
    return { id, type, score, factIds, start: starts.get(factIds[0] ?? '') ?? 0 }
  })
  return rankItems(ranked, countWords(document.text))
}

type Waiting = { readonly item: RankedItem; worth: number }

/**
 * The worth of an item only falls as others are taken, so an outdated worth is an upper limit: the first whose present worth
 * still is above all limits is the best.
 */
function takeBest(waiting: Waiting[], taken: ReturnType<typeof createTaken>): Waiting {
  for (;;) {
    const [first] = waiting as [Waiting]
    const worth = taken.worthOf(first.item)
    waiting.shift()
    const next = waiting[0]
    if (!next || worth > next.worth || (worth === next.worth && compare(first.item.id, next.item.id) < 0)) return first
    insert(waiting, { item: first.item, worth })
  }
}

/** Keeps the order: the highest worth first, equal ones by id. */
function insert(waiting: Waiting[], entry: Waiting): void {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = waiting[middle] as Waiting
    if (other.worth > entry.worth || (other.worth === entry.worth && compare(other.item.id, entry.item.id) < 0))
      low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, entry)
}

const SAME_FACT = 0.25
const SAME_PLACE = 0.06
const OVER_SHARE = 0.15
/** No type is more than this share of what is shown. */
const LARGEST_SHARE = 0.35
const FEW = 6
/** Items that begin within so many characters stand near each other: a paragraph. */
const NEAR_CHARACTERS = 600

function createTaken() {
  const facts = new Map<string, number>()
  const types = new Map<ItemType, number>()
  const places = new Map<number, number>()
  let all = 0
  const placeOf = ({ start }: RankedItem) => Math.floor(start / NEAR_CHARACTERS)
  const addOne = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)
  return {
    add(item: RankedItem): void {
      for (const id of item.factIds) addOne(facts, id)
      addOne(types, item.type)
      addOne(places, placeOf(item))
      all += 1
    },
    worthOf(item: RankedItem): number {
      const repeated = Math.max(0, ...item.factIds.map((id) => facts.get(id) ?? 0))
      const ofType = types.get(item.type) ?? 0
      const isOver = all >= FEW && ofType > LARGEST_SHARE * all
      return (
        item.score - SAME_FACT * repeated - SAME_PLACE * (places.get(placeOf(item)) ?? 0) - (isOver ? OVER_SHARE : 0)
      )
    },
  }
}

/** `before` items are taken already. */
function depthAt(before: number, words: number): Depth {
  return DEPTHS.find((depth) => before < mostShown(depth, words)) ?? 'everything'
}

/** How many items of a text of so many words a deck of this depth shows at most. */
export function mostShown(depth: Depth, words: number): number {
  const limit = LIMITS.find((each) => each.depth === depth)
  return limit ? Math.max(limit.least, Math.round((limit.perThousandWords * words) / 1_000)) : Number.POSITIVE_INFINITY
}

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right))
