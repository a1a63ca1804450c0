import type { Memory } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import type { DayLimits, DoneFact } from '../session/day-limits'
import type { Exam } from '../session/select-for-exam'
import type { StudyCard } from '../session/study-card'

/** Header of an answer about a pack: the server's clock, in milliseconds, when it was asked. */
export const PACK_MADE_AT = 'x-made-at'

/** A deck as a device keeps it, to be studied without the server: cards, memories, and what else decides the next one. */
export type DeckPack = {
  readonly deckId: string
  readonly title: string
  /** Whose memories are inside; null: a stranger's, who has none. */
  readonly owner: string | null
  readonly isGuest: boolean
  /** The server's clock, in milliseconds: what it had taken by then is in the memories below. */
  readonly madeAt: number
  readonly parameters: MemoryParameters
  readonly limits: {
    /** On every study day. */
    readonly perDay: DayLimits
    /** On that of `madeAt`, in any deck. */
    readonly done: readonly DoneFact[]
  }
  /** Of the learner's flags, tags and settings when the pack was made: another one says that they changed. */
  readonly annotationsEtag: string
  /** When the deck was made, in milliseconds: facts come in the order of decks and documents. */
  readonly createdAt: number
  readonly exam: PackedExam | null
  readonly facts: readonly PackedFact[]
  /** Facts of the deck that found no room. */
  readonly left: number
}

export type PackedFact = {
  readonly factId: string
  /** As the server would have shown it at `madeAt`. */
  readonly card: StudyCard
  readonly memory: PackedMemory | null
  /** Out of study before this moment, in milliseconds. */
  readonly buriedUntil: number | null
  /** Out of study until it is taken up again. */
  readonly suspended: boolean
  /** The learner's words that lie on it, or on a deck that asks it. */
  readonly tags: readonly string[]
  /** Its ratings of Again that stand, but for those of long ago: a device may take one back. */
  readonly lapses: readonly Lapse[]
}

/** A rating of Again, with its time in milliseconds. */
export type Lapse = { readonly id: string; readonly at: number }

/** The learner's exam on a deck, and what its plan needs beside the facts of the pack. */
export type PackedExam = Exam & {
  /** In milliseconds: of two on one day the one that was set first comes first. */
  readonly setAt: number
  readonly secondsPerCard: number
  /** Facts that were met first on the study day of `madeAt`. */
  readonly metToday: number
  /** Facts that study asks and that found no room in the pack; `before`: so many of the pack's come before it. */
  readonly others: readonly {
    readonly factId: string
    readonly before: number
    readonly memory: PackedMemory | null
    readonly studied: boolean
  }[]
}

type Reviewed = Extract<Memory, { kind: 'reviewed' }>
/** A memory as JSON: times in milliseconds, and no kind. */
export type PackedMemory = Omit<Reviewed, 'kind' | 'lastReview' | 'due'> & {
  readonly lastReview: number
  readonly due: number
}

export function packMemory(memory: Memory): PackedMemory | null {
  if (memory.kind === 'new') return null
  const { kind, lastReview, due, ...rest } = memory
  return { ...rest, lastReview: lastReview.getTime(), due: due.getTime() }
}

/** The inverse of `packMemory`. */
export function unpackMemory(packed: PackedMemory | null): Memory {
  if (!packed) return { kind: 'new' }
  return { kind: 'reviewed', ...packed, lastReview: new Date(packed.lastReview), due: new Date(packed.due) }
}

/** The pack whose parameters and limits are the learner's last. */
export function latestOf(packs: readonly DeckPack[]): DeckPack | null {
  return packs.reduce<DeckPack | null>((latest, pack) => (latest && latest.madeAt >= pack.madeAt ? latest : pack), null)
}

/** Facts that a pack has room for: some megabytes, and more than a learner meets before the next connection. */
const MOST_FACTS = 1000

/**
 * What is kept of a deck that is too large: what was met, the soonest due first, then what is new, in the deck's order; what
 * is suspended last.
 */
export function roomFor<T extends { readonly memory: Memory; readonly suspended: boolean }>(
  facts: readonly T[],
): readonly T[] {
  if (facts.length <= MOST_FACTS) return facts
  const dueOf = ({ memory }: T) => (memory.kind === 'new' ? Number.POSITIVE_INFINITY : memory.due.getTime())
  const ordered = facts
    .map((fact, at) => ({ last: Number(fact.suspended), due: dueOf(fact), at }))
    .sort((one, other) => one.last - other.last || compare(one.due, other.due) || one.at - other.at)
  const kept = new Set(ordered.slice(0, MOST_FACTS).map(({ at }) => at))
  return facts.filter((_, at) => kept.has(at))
}

/** Two that are both never due are equal: infinity less infinity is no number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other
}
