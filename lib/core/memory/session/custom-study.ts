import { shownRecall } from '../scheduling/mastery'
import type { Memory } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import { recall } from '../scheduling/scheduler'
import { startOfStudyDay, studyDay } from '../scheduling/study-day'
import type { Chosen, Selection } from './selection'

// Which facts a selection takes, and in which order: the rules shared by the server, which finds most facts by its indexes,
// and a device, which looks through its packs.

/** How many facts after a session are counted: more than anybody studies in a day. */
export const AHEAD = 500
/** A fact counts as forgotten if it was rated Again in this many study days, including today. */
const FORGOTTEN_DAYS = 7

/** A fact counts as forgotten if it was rated Again since this time. */
export function forgottenSince(
  now: Date,
  { timeZone, dayStartHour }: Pick<MemoryParameters, 'timeZone' | 'dayStartHour'>,
): Date {
  return startOfStudyDay(studyDay(now, timeZone, dayStartHour) - FORGOTTEN_DAYS + 1, timeZone, dayStartHour)
}

/**
 * The facts of one session of what was chosen, and how many would follow it. A selection comes in an order that rating does
 * not change, so that a session goes on where the one before it ended: after `from` facts.
 */
export function takeSession<F extends { readonly memory: Memory }>(
  chosen: readonly F[],
  { only, from, limit }: { readonly only: Selection; readonly from: number; readonly limit: number },
  now: Date,
): { readonly taken: readonly F[]; readonly more: number } {
  const left = chosen.slice(from)
  const taken = inSessionOrder(left.slice(0, limit), only, now)
  return { taken, more: left.length - taken.length }
}

/** Forgotten facts come weakest first: those failed last, then by predicted recall. */
function inSessionOrder<F extends { readonly memory: Memory }>(
  facts: readonly F[],
  only: Selection,
  now: Date,
): readonly F[] {
  if (only.kind !== 'forgotten') return facts
  return [...facts].sort(
    (a, b) => shownRecall(a.memory, now) - shownRecall(b.memory, now) || recall(a.memory, now) - recall(b.memory, now),
  )
}

/** Those that exams ask for, in the order in which they ask. */
export function inOrderAsked<F extends { readonly factId: string }>(
  facts: readonly F[],
  asked: readonly string[],
): readonly F[] {
  const byFact = new Map(facts.map((fact) => [fact.factId, fact]))
  return asked.flatMap((factId) => byFact.get(factId) ?? [])
}

/** A fact with all that a selection may ask about it. */
export type SelectableFact = {
  readonly factId: string
  readonly memory: Memory
  readonly starred: boolean
  /** The learner's tags on it, or on a deck that asks it. */
  readonly tags: readonly string[]
  /** When it was last rated Again, in milliseconds; null when that was never, or long ago. */
  readonly lapsedAt: number | null
}

/**
 * Of facts in the order of decks and documents those that were chosen apart from the day's work. `asked`: by exams, today;
 * `from`: so many came before.
 */
export function selectFacts<F extends SelectableFact>(
  facts: readonly F[],
  only: Chosen,
  asked: () => readonly string[],
  { from, now, parameters }: { from: number; now: Date; parameters: MemoryParameters },
): readonly F[] {
  switch (only.kind) {
    case 'all':
      return facts.slice(0, from + AHEAD)
    case 'new':
      return facts.filter(({ memory }) => memory.kind === 'new').slice(0, from + AHEAD)
    case 'starred':
      return facts.filter(({ starred }) => starred)
    case 'tag':
      return facts.filter(({ tags }) => tags.includes(only.name))
    case 'exam':
      return inOrderAsked(facts, asked())
    case 'forgotten': {
      const since = forgottenSince(now, parameters).getTime()
      return facts.filter(({ lapsedAt }) => lapsedAt !== null && lapsedAt >= since)
    }
  }
}
