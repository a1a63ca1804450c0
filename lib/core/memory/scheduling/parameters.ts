import { default_w } from 'ts-fsrs'

/** The numbers of FSRS-6 that a memory is computed with: those that fit most people, or those fitted to one learner's reviews. */
export type Weights =
  | { readonly kind: 'default' }
  | {
      readonly kind: 'fitted'
      /** Id of the row that keeps them; reviews name them by it. */
      readonly id: string
      readonly numbers: readonly number[]
    }

export const DEFAULT_WEIGHTS: Weights = { kind: 'default' }

const WEIGHT_COUNT = 21

export function numbersOf(weights: Weights): readonly number[] {
  return weights.kind === 'fitted' ? weights.numbers : default_w
}

/** Whether a stored value can be scheduled by. */
export function areWeights(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length === WEIGHT_COUNT && value.every((weight) => Number.isFinite(weight))
}

/**
 * What a learner has chosen, and what was fitted to them: what a review is scheduled by. Each review keeps its own, so that
 * replaying it years later gives the same memory.
 */
export type MemoryParameters = {
  /** Share of due facts to be recalled, within `DESIRED_RETENTION_RANGE`. */
  readonly desiredRetention: number
  /** IANA name of the zone that the learner's study days are counted in. */
  readonly timeZone: string
  /** Hour at which a new study day begins, 0 to 23. */
  readonly dayStartHour: number
  readonly weights: Weights
}

/**
 * Names the steps and rules of `scheduler.ts` in each review. When they change, give them a new name, and go on deciding by
 * the old rules for the reviews that name them.
 */
const SCHEDULER = 'fsrs6-2'

export const DEFAULT_PARAMETERS: MemoryParameters = {
  desiredRetention: 0.9,
  timeZone: 'UTC',
  dayStartHour: 4,
  weights: DEFAULT_WEIGHTS,
}

/** What a learner may choose as the desired retention. */
export const DESIRED_RETENTION_RANGE = { min: 0.7, max: 0.97 } as const

/** The parameters of a learner or viewer, held within their limits: those of a review that is made now. Null: a stranger. */
export function parametersOf(learner: MemoryParameters | null): MemoryParameters {
  if (learner === null) return DEFAULT_PARAMETERS
  return {
    desiredRetention: Math.min(
      DESIRED_RETENTION_RANGE.max,
      Math.max(DESIRED_RETENTION_RANGE.min, learner.desiredRetention),
    ),
    timeZone: learner.timeZone,
    dayStartHour: learner.dayStartHour,
    weights: learner.weights,
  }
}

/** As stored beside a review: `fsrs6-2;0.9;Asia/Bishkek;4;default`, or the id of fitted weights in the last place. */
export function writeParameters({ desiredRetention, timeZone, dayStartHour, weights }: MemoryParameters): string {
  const weightsName = weights.kind === 'fitted' ? weights.id : DEFAULT_NAME
  return [SCHEDULER, desiredRetention, timeZone, dayStartHour, weightsName].join(';')
}

/** By id, the numbers of the fitted weights that a log names. */
export type KnownWeights = ReadonlyMap<string, readonly number[]>

/**
 * The inverse of `writeParameters`. What cannot be read, and weights that are not known, fall back to the defaults, so
 * that no history is ever lost.
 */
export function readParameters(written: string, known: KnownWeights): MemoryParameters {
  const [, retention, timeZone, dayStartHour] = written.split(';')
  const readRetention = Number(retention)
  const readHour = Number(dayStartHour)
  const id = namedWeights(written)
  const numbers = id && known.get(id)
  return parametersOf({
    desiredRetention: readRetention > 0 ? readRetention : DEFAULT_PARAMETERS.desiredRetention,
    timeZone: timeZone || DEFAULT_PARAMETERS.timeZone,
    dayStartHour:
      dayStartHour && Number.isInteger(readHour) && readHour >= 0 && readHour < 24
        ? readHour
        : DEFAULT_PARAMETERS.dayStartHour,
    weights: numbers ? { kind: 'fitted', id, numbers } : DEFAULT_WEIGHTS,
  })
}

/** The id of the fitted weights that written parameters name; null when they are the default. */
export function namedWeights(written: string): string | null {
  const name = written.split(';')[WEIGHTS_AT]
  return name && name !== DEFAULT_NAME ? name : null
}

const DEFAULT_NAME = 'default'
const WEIGHTS_AT = 4
