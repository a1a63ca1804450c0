/**
 * For formats of values without a time zone, such as a calendar day or an hour, which are stored as UTC. Never for a moment,
 * which is shown in the reader's time zone.
 */
export const CALENDAR = { timeZone: 'UTC' } as const
