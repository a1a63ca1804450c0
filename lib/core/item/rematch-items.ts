import { jaccard, wordsOf } from '../language/english/content-words'

/** What an item is matched by across engines. */
export type ItemTrace = {
  /** Its content key. */
  readonly id: string
  readonly type: string
  /** Keys of its facts as the newer engine names them. */
  readonly factIds: readonly string[]
  readonly key: readonly string[]
  readonly stem: string
}

const SAME_STEM = 0.8

/**
 * Pairs the items of an older engine with those of a newer one: old id → new id, one to one. The same id first; then items
 * of one type that ask the same facts with the same key: those whose stems are nearly the same, the likest first, and
 * whatever the stems say where only one is left on either side, for then it is that item in other words. The order of the
 * items does not matter.
 */
export function rematchItems(before: readonly ItemTrace[], made: readonly ItemTrace[]): ReadonlyMap<string, string> {
  const ids = new Set(made.map(({ id }) => id))
  const pairs = new Map(before.flatMap(({ id }) => (ids.has(id) ? [[id, id] as const] : [])))
  const left = groupsOf(before.filter(({ id }) => !pairs.has(id)))
  const fresh = groupsOf(made.filter(({ id }) => !pairs.has(id)))
  for (const [name, some] of left) {
    for (const [old, now] of pairUp(some, fresh.get(name) ?? [])) pairs.set(old, now)
  }
  return pairs
}

function groupsOf(items: readonly ItemTrace[]): ReadonlyMap<string, readonly ItemTrace[]> {
  const groups = new Map<string, ItemTrace[]>()
  for (const item of items) {
    const name = JSON.stringify([item.type, item.factIds, item.key.map((key) => wordsOf(key).join(' ') || key)])
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return groups
}

function pairUp(some: readonly ItemTrace[], others: readonly ItemTrace[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  const taken = new Set<string>()
  const alike = some
    .flatMap((old) => others.map((now) => ({ old, now, similarity: jaccard(old.stem, now.stem) })))
    .sort(
      (left, right) =>
        right.similarity - left.similarity || compare(left.old.id, right.old.id) || compare(left.now.id, right.now.id),
    )
  const only = some.length === 1 && others.length === 1
  for (const { old, now, similarity } of alike) {
    if ((similarity < SAME_STEM && !only) || pairs.has(old.id) || taken.has(now.id)) continue
    pairs.set(old.id, now.id)
    taken.add(now.id)
  }
  return pairs
}

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right))
