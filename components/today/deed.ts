import type { Task } from './assigned'

/** The one thing to do now. */
export type TodayDeed =
  | {
      readonly kind: 'study'
      readonly counts: { review: number; fresh: number; minutes: number }
      /** Something was studied before, so this goes on with it. */
      readonly begun: boolean
    }
  | { readonly kind: 'teach'; readonly learners: number; readonly waiting: number; readonly first: TaughtClass }
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
  readonly notStarted: readonly string[]
}

/** Cards that wait come first; then what others wait for; a deck to choose only where nothing else is known of a person. */
export function deedOf(work: Work, tasks: readonly Task[], taught: readonly TaughtClass[]): TodayDeed {
  if (work.toReview + work.new > 0) {
    const counts = { review: work.toReview, fresh: work.new, minutes: work.minutes }
    return { kind: 'study', counts, begun: work.begun }
  }
  const open = tasks.filter(isOpen)
  const [task] = open
  if (task) return { kind: 'tasks', count: open.length, first: task }
  const [first] = [...taught].sort((one, other) => other.notStarted.length - one.notStarted.length)
  if (first && !work.begun) {
    const count = (of: (each: TaughtClass) => number) => taught.reduce((sum, each) => sum + of(each), 0)
    return {
      kind: 'teach',
      first,
      learners: count((each) => each.learners),
      waiting: count((each) => each.notStarted.length),
    }
  }
  if (!work.begun) return { kind: 'begin', deckId: work.decks.decks[0]?.id ?? null }
  return { kind: 'rest', next: work.nextDue }
}

function isOpen({ progress }: Task): boolean {
  if (progress.kind === 'quiz') return progress.state !== 'submitted'
  return progress.patches.some(({ mastery }) => mastery === 0)
}
