/**
 * For formats of what has no zone: a day of the calendar or an hour of the day, kept as if it were in UTC. Whatever happened at a
 * moment is told without it, by the reader's own clock.
 */
export const CALENDAR = { timeZone: 'UTC' } as const
