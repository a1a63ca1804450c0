/** What a review is scheduled by. Each review keeps its own, so that replaying it years later gives the same memory. */
export type MemoryParameters = {
  /** Share of due facts to be recalled, 0.7 to 0.97. */
  readonly desiredRetention: number
  /** IANA name of the zone that the learner's study days are counted in. */
  readonly timeZone: string
  /** Hour at which a new study day begins, 0 to 23. */
  readonly dayStartHour: number
}

/** Weights and steps that the numbers below were made with. Change it whenever `schedule-memory.ts` would decide otherwise. */
const SCHEDULER_VERSION = 'fsrs6-default-1'

export const DEFAULT_PARAMETERS: MemoryParameters = { desiredRetention: 0.9, timeZone: 'UTC', dayStartHour: 4 }

const LOWEST_RETENTION = 0.7
const HIGHEST_RETENTION = 0.97

/** The parameters of a learner or viewer, held within their limits. */
export function parametersOf(learner: MemoryParameters): MemoryParameters {
  return {
    desiredRetention: Math.min(HIGHEST_RETENTION, Math.max(LOWEST_RETENTION, learner.desiredRetention)),
    timeZone: learner.timeZone,
    dayStartHour: learner.dayStartHour,
  }
}

/** As stored beside a review: `fsrs6-default-1;0.9;Asia/Bishkek;4`. */
export function writeParameters(parameters: MemoryParameters): string {
  return [SCHEDULER_VERSION, parameters.desiredRetention, parameters.timeZone, parameters.dayStartHour].join(';')
}

/** The inverse of `writeParameters`; what cannot be read falls back to the defaults, so that no history is ever lost. */
export function readParameters(written: string): MemoryParameters {
  const [, retention, timeZone, dayStartHour] = written.split(';')
  const readRetention = Number(retention)
  const readHour = Number(dayStartHour)
  return parametersOf({
    desiredRetention: readRetention > 0 ? readRetention : DEFAULT_PARAMETERS.desiredRetention,
    timeZone: timeZone || DEFAULT_PARAMETERS.timeZone,
    dayStartHour:
      dayStartHour && Number.isInteger(readHour) && readHour >= 0 && readHour < 24
        ? readHour
        : DEFAULT_PARAMETERS.dayStartHour,
  })
}
