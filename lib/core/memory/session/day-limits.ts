import type { Memory } from '../scheduling/memory'

/** How many facts may still come on a study day: met for the first time, and reviewed. */
export type DayLimits = { readonly new: number; readonly due: number }

/** A fact whose schedule a card moved on a study day, and the limit that it counts under. */
export type DoneFact = { readonly factId: string; readonly limit: keyof DayLimits }

/** The limits left on a study day. A fact counts once, under the limit of its first entry, however often its steps repeat it. */
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
