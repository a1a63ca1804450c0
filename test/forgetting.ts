import type { RandomSource } from '../lib/core/shared/random'

/**
 * A forgetting model that is not FSRS: activation as in ACT-R with decay by spacing (Pavlik and Anderson, 2005). Each
 * practice leaves a trace that fades by a power of time, faster when it came while the fact was still active; what a fact
 * is worth by itself differs from fact to fact. Between days time runs slower than in a session, as in their fits.
 */
type Trace = { readonly at: number; readonly decay: number }
export type Fact = { readonly ease: number; readonly traces: Trace[] }

export type Mind = {
  /** How much faster practice fades that came too early. */
  readonly crowding: number
  /** Decay of the best spaced practice. */
  readonly decay: number
  /** Activation at which half is recalled, and the noise around it. */
  readonly threshold: number
  readonly noise: number
  /** Share at which time counts outside of sessions. */
  readonly slowness: number
}

/** One whose recall the default weights of FSRS come near to. */
export const ORDINARY: Mind = { crowding: 0.217, decay: 0.177, threshold: -1.1, noise: 0.255, slowness: 0.025 }

const SESSION_MS = 30 * 60_000

export function aFact(ease: number): Fact {
  return { ease, traces: [] }
}

/** The chance that the fact is recalled at this time, in milliseconds. */
export function chanceOf(mind: Mind, fact: Fact, at: number): number {
  if (fact.traces.length === 0) return 0
  return 1 / (1 + Math.exp((mind.threshold - activation(mind, fact, at)) / mind.noise))
}

/** Practice with the answer shown, recalled or not. */
export function practise(mind: Mind, fact: Fact, at: number): void {
  const before = fact.traces.length === 0 ? 0 : Math.exp(activation(mind, fact, at) - fact.ease)
  fact.traces.push({ at, decay: mind.crowding * before + mind.decay })
}

function activation(mind: Mind, fact: Fact, at: number): number {
  const worth = fact.traces.map(({ at: since, decay }) => Math.max(1, felt(mind, at - since)) ** -decay)
  return Math.log(worth.reduce((sum, one) => sum + one, 0)) + fact.ease
}

/** Seconds as they count: in full within a session, slower after it. */
function felt({ slowness }: Mind, passed: number): number {
  return (Math.min(passed, SESSION_MS) + Math.max(0, passed - SESSION_MS) * slowness) / 1000
}

/** Normal throws (Box and Muller). */
export function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
