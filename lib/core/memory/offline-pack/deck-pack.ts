import type { Memory } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import type { DayLimits, DoneFact } from '../session/day-limits'
import type { Exam } from '../session/select-for-exam'
import type { StudyCard } from '../session/study-card'

/** Response header: the server's time in milliseconds when the pack was made. */
export const PACK_MADE_AT = 'x-made-at'

/** A deck as a device keeps it, to be studied without the server: cards, memories, and what else decides the next card. */
export type DeckPack = {
  readonly deckId: string
  readonly title: string
  /** The learner whose memories are inside; null for a stranger, who has none. */
  readonly owner: string | null
  readonly isGuest: boolean
  /** The server's time in milliseconds; the memories below include every review that it had saved by then. */
  readonly madeAt: number
  readonly parameters: MemoryParameters
  readonly limits: {
    /** On every study day. */
    readonly perDay: DayLimits
    /** On the study day of `madeAt`, in any deck. */
    readonly done: readonly DoneFact[]
  }
  /** Changes with the learner's flags, tags and settings. */
  readonly annotationsEtag: string
  /** When the deck was made, in milliseconds: facts come in the order of decks and documents. */
  readonly createdAt: number
  readonly exam: PackedExam | null
  readonly facts: readonly PackedFact[]
  /** Number of facts of the deck that did not fit. */
  readonly left: number
}

export type PackedFact = {
  readonly factId: string
  /** As the server would have shown it at `madeAt`. */
  readonly card: StudyCard
  readonly memory: PackedMemory | null
  /** Not studied before this time, in milliseconds. */
  readonly buriedUntil: number | null
  /** Not studied until the learner resumes it. */
  readonly suspended: boolean
  /** The learner's tags on it, or on a deck that asks it. */
  readonly tags: readonly string[]
  /** Its recent ratings of Again that were not undone; a device may undo one. */
  readonly lapses: readonly Lapse[]
}

/** A rating of Again, with its time in milliseconds. */
export type Lapse = { readonly id: string; readonly at: number }

/** The learner's exam on a deck, and what its plan needs beside the facts of the pack. */
export type PackedExam = Exam & {
  /** In milliseconds; of two exams on one day the one that was set first comes first. */
  readonly setAt: number
  readonly secondsPerCard: number
  /** Number of facts first met on the study day of `madeAt`. */
  readonly metToday: number
  /** Facts that study asks and that did not fit into the pack; `before`: how many facts of the pack come before it. */
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

/** The pack that has the learner's latest parameters and limits. */
export function latestPack(packs: readonly DeckPack[]): DeckPack | null {
  return packs.reduce<DeckPack | null>((latest, pack) => (latest && latest.madeAt >= pack.madeAt ? latest : pack), null)
}

/** Some megabytes, and more than a learner studies before the next connection. */
const MOST_FACTS = 1000

/**
 * The facts that a pack keeps, in the deck's order. Of a large deck: those met, the soonest due first, then new ones, then
 * suspended ones.
 */
export function factsToKeep<T extends { readonly memory: Memory; readonly suspended: boolean }>(
  facts: readonly T[],
): readonly T[] {
  if (facts.length <= MOST_FACTS) return facts
  const dueOf = ({ memory }: T) => (memory.kind === 'new' ? Number.POSITIVE_INFINITY : memory.due.getTime())
  const ordered = facts
    .map((fact, at) => ({ last: Number(fact.suspended), due: dueOf(fact), at }))
    .sort((a, b) => a.last - b.last || compare(a.due, b.due) || a.at - b.at)
  const kept = new Set(ordered.slice(0, MOST_FACTS).map(({ at }) => at))
  return facts.filter((_, at) => kept.has(at))
}

/** Infinity minus infinity is NaN, so two facts that are never due are compared as equal. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
