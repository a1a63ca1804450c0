import type { StructuredDocument } from '../document/document'
import type { Claim } from '../fact/claim'
import type { Mention } from '../fact/mentions'
import { allCountries } from '../language/english/lexicon'

/** What other claims can lend as wrong options, by type and by list; built once a document. */
export type Pool = {
  readonly title: string
  readonly text: string
  readonly claims: readonly Claim[]
  readonly byLike: ReadonlyMap<string, readonly Claim[]>
  readonly byList: ReadonlyMap<string, readonly Claim[]>
  readonly mentions: ReadonlyMap<string, readonly Mention[]>
  /** Years and countries that the text mentions anywhere: "never mentions" must be true. */
  readonly years: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  readonly position: ReadonlyMap<string, number>
}

export function makePool(
  { text, title }: StructuredDocument,
  claims: readonly Claim[],
  named: readonly Mention[],
): Pool {
  const mentions = new Map<string, Mention[]>()
  for (const mention of named) push(mentions, mention.like, mention)
  const byLike = new Map<string, Claim[]>()
  const byList = new Map<string, Claim[]>()
  for (const claim of claims) {
    push(byLike, claim.like, claim)
    if (claim.list) push(byList, claim.list.factId, claim)
  }
  const years = new Set(text.match(/\d{2,4}/g))
  const countries = new Set(allCountries().filter((country) => text.includes(country)))
  const position = new Map(claims.map(({ fact }, n) => [fact.id, n]))
  return { title, text, claims, byLike, byList, mentions, years, countries, position }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

// Keeps the whole linear: only so many neighbours of the same type are looked at.
const REACH = 24

/** Claims of the same mark around one claim, nearest first. */
export function neighbours(pool: Pool, claim: Claim, like: string): Claim[] {
  const all = pool.byLike.get(like) ?? []
  const at = lowerBound(all, pool, pool.position.get(claim.fact.id) ?? 0)
  const near = all.slice(Math.max(0, at - REACH), at + REACH + 1)
  const here = claim.fact.spans[0]?.start ?? 0
  const distance = (other: Claim) => Math.abs((other.fact.spans[0]?.start ?? 0) - here)
  return near.filter((other) => other !== claim).sort((a, b) => distance(a) - distance(b))
}

function lowerBound(claims: readonly Claim[], pool: Pool, position: number): number {
  let low = 0
  let high = claims.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = claims[middle]
    if (other && (pool.position.get(other.fact.id) ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

function firstFrom(mentions: readonly Mention[], start: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Names of a type around one claim, nearest first. */
export function namesAround(pool: Pool, claim: Claim, like: string): Mention[] {
  const all = pool.mentions.get(like) ?? []
  const here = claim.fact.spans[0]?.start ?? 0
  const at = firstFrom(all, here)
  return all
    .slice(Math.max(0, at - REACH), at + REACH)
    .sort((a, b) => Math.abs(a.start - here) - Math.abs(b.start - here))
}
