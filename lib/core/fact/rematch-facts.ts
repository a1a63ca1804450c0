import type { Span } from '../document/document'
import { jaccard } from '../language/english/content-words'

/** What a fact is recognised by, whichever engine found it. Spans are of one and the same text. */
export type FactTrace = {
  readonly contentKey: string
  readonly kind: string
  /** The first is the proving sentence. */
  readonly spans: readonly Span[]
  /** The answer's words; of an answer that is counted or derived, the whole statement's. */
  readonly answer: string
  /** Where the answer stands in the text; null when it is counted or derived. */
  readonly answerSpan: Span | null
}

/**
 * Pairs what an older engine found in a text with what a newer one finds in it: old key → new key, one to one. The same
 * key first; then a claim that is clearly the same under another key. Near means: in overlapping spans, with the
 * same answer at the same place, or has the same spans and kind and an answer of nearly the same words. In doubt nothing
 * is paired: a schedule that starts anew costs less than one that belongs to another claim. The order of the facts does not
 * matter. The time grows with the number of facts and the length of their spans.
 */
export function rematchFacts(before: readonly FactTrace[], found: readonly FactTrace[]): ReadonlyMap<string, string> {
  const keys = new Set(found.map(({ contentKey }) => contentKey))
  const pairs = new Map(
    before.flatMap(({ contentKey }) => (keys.has(contentKey) ? [[contentKey, contentKey] as const] : [])),
  )
  const index = bucketsOf(found.filter(({ contentKey }) => !pairs.has(contentKey)))
  const near = before
    .filter(({ contentKey }) => !pairs.has(contentKey))
    .flatMap((old) => candidatesOf(old, index).map((fresh) => ({ old, fresh, similarity: similarityOf(old, fresh) })))
    .sort(bySimilarity)
  const taken = new Set<string>()
  for (const { old, fresh } of near) {
    if (pairs.has(old.contentKey) || taken.has(fresh.contentKey)) continue
    pairs.set(old.contentKey, fresh.contentKey)
    taken.add(fresh.contentKey)
  }
  return pairs
}

type Buckets = ReadonlyMap<string, readonly FactTrace[]>
type Pair = { readonly old: FactTrace; readonly fresh: FactTrace; readonly similarity: number }

function bucketsOf(facts: readonly FactTrace[]): Buckets {
  const buckets = new Map<string, FactTrace[]>()
  for (const fact of facts) {
    for (const name of bucketNames(fact)) {
      const bucket = buckets.get(name)
      if (bucket) bucket.push(fact)
      else buckets.set(name, [fact])
    }
  }
  return buckets
}

/** Of two facts that are to be compared at least one name is the same, and few others share it. */
function bucketNames(fact: FactTrace): Set<string> {
  const answer = normal(fact.answer).join(' ')
  return new Set([
    ...fact.spans.flatMap(cellsOf).map((cell) => `${cell} ${answer}`),
    `${fact.kind} ${fact.spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`,
  ])
}

// About two sentences.
const CELL = 256

function cellsOf({ start, end }: Span): number[] {
  const first = Math.floor(start / CELL)
  const last = Math.floor(Math.max(start, end - 1) / CELL)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

function candidatesOf(old: FactTrace, buckets: Buckets): FactTrace[] {
  const near = new Set([...bucketNames(old)].flatMap((name) => buckets.get(name) ?? []))
  return [...near].filter((fresh) => isSameClaim(old, fresh))
}

function isSameClaim(old: FactTrace, fresh: FactTrace): boolean {
  if (!isSamePlace(old.answerSpan, fresh.answerSpan)) return false
  if (normal(old.answer).join(' ') === normal(fresh.answer).join(' ')) return shareText(old.spans, fresh.spans)
  return old.kind === fresh.kind && areEqual(old.spans, fresh.spans) && isNearly(old.answer, fresh.answer)
}

/** The same words twice in a sentence may answer two questions. */
const isSamePlace = (left: Span | null, right: Span | null): boolean => !left || !right || overlap(left, right)

const overlap = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end

const shareText = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((left) => others.some((right) => overlap(left, right)))

const areEqual = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.length === others.length &&
  some.every(({ start, end }, at) => others[at]?.start === start && others[at]?.end === end)

const NEARLY = 0.8

/** Most words are the same, and none of those that would make it another answer differs. */
function isNearly(left: string, right: string): boolean {
  const [some, others] = [normal(left), normal(right)]
  return jaccard(some.join(' '), others.join(' ')) >= NEARLY && deciding(some) === deciding(others)
}

const DECIDING =
  /\p{N}|^(?:no|not|non|never|none|neither|nor|without|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion|first|second|third|half|more|less|most|least|all|some|north\p{L}*|south\p{L}*|east\p{L}*|west\p{L}*)$/u

const deciding = (words: readonly string[]): string => words.filter((word) => DECIDING.test(word)).join(' ')

/** Lower case, compatibility-normalised, without marks and leading articles. */
function normal(text: string): readonly string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const bare = words.filter((word) => word !== 'the' && word !== 'a' && word !== 'an')
  return bare.length > 0 ? bare : words
}

/** The same kind, place of the answer and proving sentence speak for each other, in this order. */
function similarityOf(old: FactTrace, fresh: FactTrace): number {
  return (
    (old.kind === fresh.kind ? 4 : 0) +
    2 * shareOf(old.answerSpan, fresh.answerSpan) +
    shareOf(old.spans[0] ?? null, fresh.spans[0] ?? null)
  )
}

/** How much of two spans together is common to both, 0 to 1. */
function shareOf(left: Span | null, right: Span | null): number {
  if (!left || !right) return 0
  const common = Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))
  return common / Math.max(1, left.end - left.start + (right.end - right.start) - common)
}

// The keys decide where nothing else does, so that the pairs do not depend on the order of the facts.
const bySimilarity = (left: Pair, right: Pair): number =>
  right.similarity - left.similarity ||
  compare(left.old.contentKey, right.old.contentKey) ||
  compare(left.fresh.contentKey, right.fresh.contentKey)

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right))
