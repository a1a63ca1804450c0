import type { Task } from './assigned'

/** The one thing to do now. */
export type NextAction =
  | {
      readonly kind: 'study'
      readonly counts: { review: number; fresh: number; minutes: number }
      /** Something was studied before, so this goes on with it. */
      readonly begun: boolean
    }
  | ({ readonly kind: 'teach'; readonly first: TaughtClass } & Begun)
  | { readonly kind: 'tasks'; readonly count: number; readonly first: Task }
  | { readonly kind: 'begin'; readonly deckId: string | null }
  | { readonly kind: 'rest'; readonly next: Date | null }

type Work = {
  readonly toReview: number
  readonly new: number
  readonly minutes: number
  readonly begun: boolean
  readonly decks: { readonly decks: readonly { readonly id: string }[] }
  readonly nextDue: Date | null
}

type TaughtClass = {
  readonly classId: string
  readonly name: string
  readonly learners: number
  readonly assignments: number
  readonly notStarted: readonly string[]
}

/** `empty`: nobody has joined any class; `idle`: nobody who has joined was assigned anything. */
type Begun = {
  readonly state: 'empty' | 'idle' | 'assigned'
  /** In classes with something assigned, and those of them who have not started. */
  readonly learners: number
  readonly waiting: number
}

/** Due cards first, then open assignments, then the classes of a teacher; choosing a deck only for a person who has nothing. */
export function nextAction(work: Work, tasks: readonly Task[], taught: readonly TaughtClass[]): NextAction {
  if (work.toReview + work.new > 0) {
    const counts = { review: work.toReview, fresh: work.new, minutes: work.minutes }
    return { kind: 'study', counts, begun: work.begun }
  }
  const open = tasks.filter(isOpen)
  const [task] = open
  if (task) return { kind: 'tasks', count: open.length, first: task }
  const [first] = [...taught].sort((a, b) => b.notStarted.length - a.notStarted.length)
  if (first && !work.begun) return { kind: 'teach', first, ...countBegun(taught) }
  if (!work.begun) return { kind: 'begin', deckId: work.decks.decks[0]?.id ?? null }
  return { kind: 'rest', next: work.nextDue }
}

function countBegun(taught: readonly TaughtClass[]): Begun {
  const joined = taught.filter(({ learners }) => learners > 0)
  const assigned = joined.filter(({ assignments }) => assignments > 0)
  return {
    state: joined.length === 0 ? 'empty' : assigned.length === 0 ? 'idle' : 'assigned',
    learners: assigned.reduce((sum, { learners }) => sum + learners, 0),
    waiting: assigned.reduce((sum, { notStarted }) => sum + notStarted.length, 0),
  }
}

function isOpen({ progress }: Task): boolean {
  if (progress.kind === 'quiz') return progress.state !== 'submitted'
  return progress.patches.some(({ mastery }) => mastery === 0)
}
