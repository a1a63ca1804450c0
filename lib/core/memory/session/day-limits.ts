import type { Memory } from '../scheduling/memory'

/** How many facts may still come on a study day: met for the first time, and reviewed. */
export type DayLimits = { readonly new: number; readonly due: number }

/** A fact whose schedule a card moved on a study day, and the limit that it counts under. */
export type DoneFact = { readonly factId: string; readonly limit: keyof DayLimits }

/** What a study day has left. A fact counts once, however often its steps bring it round; what is said of it first holds. */
export function limitsLeft(perDay: DayLimits, done: readonly DoneFact[]): DayLimits {
  const limitOfFact = new Map([...done].reverse().map(({ factId, limit }) => [factId, limit]))
  const left = (limit: keyof DayLimits) =>
    Math.max(0, perDay[limit] - [...limitOfFact.values()].filter((counted) => counted === limit).length)
  return { new: left('new'), due: left('due') }
}

/**
 * The limit that a fact counts under for the whole of a study day, by its memory as the day began: new facts are those that
 * nothing had scheduled before. A response with a hint schedules nothing, so it meets no fact (docs/decisions/0019).
 */
export function limitFor(memory: Memory): keyof DayLimits {
  return memory.kind === 'new' ? 'new' : 'due'
}
