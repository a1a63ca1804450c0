import { z } from 'zod'
import type { Tier } from '../item/item'
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
  { depth: 'balanced', perThousandWords: 20, least: 10 },
]

/** What decides an item's place among those of its document. */
export type RankedItem = {
  readonly id: string
  readonly type: ItemType
  /** 0 to 1. */
  readonly score: number
  readonly factIds: readonly string[]
  /** Any but A waits for its author: it takes no place from an item that is shown. */
  readonly tier: Tier
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
  const waiting = new Map<ItemType, Waiting[]>()
  for (const item of [...items].sort((a, b) => b.score - a.score || compare(a.id, b.id))) {
    const ofType = waiting.get(item.type) ?? []
    ofType.push({ item, worth: item.score })
    waiting.set(item.type, ofType)
  }
  const places = new Map<string, Place>()
  let shown = 0
  for (let best = takeBest(waiting, taken); best; best = takeBest(waiting, taken)) {
    places.set(best.id, { rank: places.size + 1, depth: depthAt(shown, words) })
    if (best.tier !== 'A') continue
    taken.add(best)
    shown += 1
  }
  return places
}

/** The places of a document's items, by their ids. */
export function rankGenerated({ document, facts, items }: Pick<Generated, 'document' | 'facts' | 'items'>) {
  const starts = new Map(facts.map(({ id, spans }) => [id, spans[0]?.start ?? 0]))
  const ranked = items.map(({ id, type, score, factIds, tier }) => {
    return { id, type, score, factIds, tier, start: starts.get(factIds[0] ?? '') ?? 0 }
  })
  return rankItems(ranked, countWords(document.text))
}

type Waiting = { readonly item: RankedItem; worth: number }

/** The best of the best of each type: what a type loses for being most of what is shown is the same for all of its items. */
function takeBest(
  waiting: ReadonlyMap<ItemType, Waiting[]>,
  taken: ReturnType<typeof createTaken>,
): RankedItem | undefined {
  const heads = [...waiting.values()].flatMap((ofType) => {
    const item = headOf(ofType, taken)
    return item ? [{ item, worth: taken.worthOf(item) - taken.lossOf(item.type), ofType }] : []
  })
  const [best] = heads.sort((a, b) => b.worth - a.worth || compare(a.item.id, b.item.id))
  best?.ofType.shift()
  return best?.item
}

/**
 * Brings the best item of a type to its front. Its worth only falls as others are taken, so an outdated worth is an upper limit: the
 * first whose present worth still is above all limits is the best.
 */
function headOf(ofType: Waiting[], taken: ReturnType<typeof createTaken>): RankedItem | undefined {
  for (;;) {
    const first = ofType.shift()
    if (!first) return undefined
    const next = ofType[0]
    const entry = { item: first.item, worth: taken.worthOf(first.item) }
    if (!next || comesBefore(entry, next)) {
      ofType.unshift(entry)
      return entry.item
    }
    insert(ofType, entry)
  }
}

const comesBefore = (left: Waiting, right: Waiting): boolean =>
  left.worth > right.worth || (left.worth === right.worth && compare(left.item.id, right.item.id) < 0)

/** Keeps the order: the highest worth first, equal ones by id. */
function insert(waiting: Waiting[], entry: Waiting): void {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (comesBefore(waiting[middle] as Waiting, entry)) low = middle + 1
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
    /** Without what the whole type loses. */
    worthOf(item: RankedItem): number {
      const repeated = Math.max(0, ...item.factIds.map((id) => facts.get(id) ?? 0))
      return item.score - SAME_FACT * repeated - SAME_PLACE * (places.get(placeOf(item)) ?? 0)
    },
    lossOf(type: ItemType): number {
      return all >= FEW && (types.get(type) ?? 0) > LARGEST_SHARE * all ? OVER_SHARE : 0
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
