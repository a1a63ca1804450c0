import { type DeckPack, type PackedFact, unpackMemory } from './deck-pack'
import type { Memory, Rating } from './memory'
import { applyReview } from './replay'
import { standing } from './standing'

/** A rating or a reversal that this device has seen. `savedAt`: the server's clock when it took it; 0: not yet. */
export type DeviceReview = { readonly id: string; readonly at: number; readonly savedAt: number } & (
  | { readonly factId: string; readonly rating: Rating; readonly assisted?: boolean | undefined }
  | { readonly reversesId: string }
)
export type DeviceRating = Extract<DeviceReview, { factId: string }>

/** The ratings of this device that were not taken back, in the order of time. */
export function standingRatings(reviews: readonly DeviceReview[]): readonly DeviceRating[] {
  return [...standing(reviews)].sort((one, other) => one.at - other.at)
}

/** Not in the pack: the server took it after the pack was made, or has not taken it. */
export function isNews({ savedAt }: DeviceReview, { madeAt }: DeckPack): boolean {
  return savedAt === 0 || savedAt > madeAt
}

/** The memory of a fact of the pack, moved on by what was rated here since. */
export function memorySince(fact: PackedFact, pack: DeckPack, news: readonly DeviceRating[]): Memory {
  return movesSince(fact, pack, news).at(-1)?.after ?? unpackMemory(fact.memory)
}

/** A rating on this device that moved the schedule of its fact. */
export type Move = { readonly at: Date; readonly before: Memory; readonly after: Memory }

/** What moved a fact of the pack since it was made, in the order of time. */
export function movesSince({ factId, memory }: PackedFact, pack: DeckPack, news: readonly DeviceRating[]) {
  let before = unpackMemory(memory)
  return news.flatMap((rating): readonly Move[] => {
    if (rating.factId !== factId) return []
    const move = moveBy(rating, before, pack)
    before = move?.after ?? before
    return move ? [move] : []
  })
}

/** When a fact of the pack was last rated Again, in milliseconds, but for what was taken back here. */
export function slippedSince(
  { factId, slips }: PackedFact,
  news: readonly DeviceRating[],
  takenBackHere: ReadonlySet<string>,
): number | null {
  const known = slips.filter(({ id }) => !takenBackHere.has(id))
  const here = news.filter((one) => one.factId === factId && one.rating === 'again')
  return [...known, ...here].reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null)
}

function moveBy({ factId, rating, assisted = false, ...rated }: DeviceRating, before: Memory, pack: DeckPack) {
  const at = new Date(rated.at)
  // Earlier than what the server knows: it will fold it in; here the later one stands.
  if (before.kind === 'reviewed' && at <= before.lastReview) return null
  const review = { factId, source: 'card', rating, at, assisted, parameters: pack.parameters } as const
  const { memory: after, scheduled } = applyReview(before, review)
  return scheduled ? { at, before, after } : null
}
