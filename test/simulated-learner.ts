import { HOUR_MS } from '@/lib/core/shared/time'
import type { Prediction } from '../lib/core/memory/scheduling/fit-weights'
import type { Memory, Rating } from '../lib/core/memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '../lib/core/memory/scheduling/parameters'
import { applyReview, type LoggedReview } from '../lib/core/memory/scheduling/replay'
import { recall, reviewMemory } from '../lib/core/memory/scheduling/scheduler'
import { type RandomSource, seededRandom } from '../lib/core/shared/random'

export type SimulatedFact = { readonly id: string; readonly fact: Fact; memory: Memory }

export type SimulatedLearner = {
  readonly model: ForgettingModel
  readonly random: RandomSource
  readonly facts: readonly SimulatedFact[]
  readonly log: LoggedReview[]
  /** Of the first response to a fact on a day, by card: what its memory expected, and what came. */
  readonly predictions: Prediction[]
  /** `first-of-day`: the rule of Bilim. `every`: each response moves the schedule, as if there were no rule. */
  readonly counts: 'first-of-day' | 'every'
}

const CARD_MS = 9_000
const STUDY_DAY_MS = 20 * HOUR_MS
/** Facts differ: some are recalled where others are long gone. */
const EASE_SPREAD = 0.25
const OPTIONS = 4

export function aSimulatedLearner(
  model: ForgettingModel,
  facts: number | readonly string[],
  seed: number,
  counts: SimulatedLearner['counts'] = 'first-of-day',
): SimulatedLearner {
  const random = seededRandom(seed)
  const ids = typeof facts === 'number' ? Array.from({ length: facts }, (_, index) => `${seed}-${index}`) : facts
  const learnt = ids.map(
    (id): SimulatedFact => ({ id, fact: aFact(EASE_SPREAD * normal(random)), memory: { kind: 'new' } }),
  )
  return { model, random, facts: learnt, log: [], predictions: [], counts }
}

/** Due cards in the given order and new ones, each carried through its steps. The time at which the session ends. */
export function studyCards(
  learner: SimulatedLearner,
  start: number,
  fresh: number,
  order: (due: readonly SimulatedFact[], now: Date) => readonly SimulatedFact[] = (due) => due,
): number {
  const due = learner.facts.filter((fact) => isDue(fact.memory, start))
  const unseen = learner.facts.filter(({ memory }) => memory.kind === 'new').slice(0, fresh)
  const steps: SimulatedFact[] = []
  let at = start
  const turn = (fact: SimulatedFact) => {
    turnCard(learner, fact, at)
    if (fact.memory.kind === 'reviewed' && fact.memory.state !== 'review') steps.push(fact)
  }
  for (const fact of [...order(due, new Date(start)), ...unseen]) {
    at += CARD_MS
    turn(fact)
  }
  for (let next = takeNext(steps); next; next = takeNext(steps)) {
    at = Math.max(at + CARD_MS, dueTime(next.memory))
    turn(next)
  }
  return at
}

/** The facts of this day once more, as before a test; what is fresh comes at once and is called easy. */
export function cram(learner: SimulatedLearner, start: number, rounds: number): void {
  const seen = learner.facts.filter(({ fact }) => fact.traces.some(({ at }) => at > start - STUDY_DAY_MS))
  let at = start
  for (let round = 0; round < rounds; round++) {
    for (const fact of seen) {
      at += CARD_MS
      turnCard(learner, fact, at)
    }
  }
}

/** A quiz of choices on facts met before; who does not know the answer hits it now and then. */
export function takeQuiz(learner: SimulatedLearner, start: number, questions: number): void {
  const { random, model } = learner
  const met = learner.facts.filter(({ fact }) => fact.traces.length > 0)
  for (let question = 0; question < questions && met.length > 0; question++) {
    const asked = met[Math.floor(random() * met.length)]
    if (!asked) return
    const at = start + question * CARD_MS
    const chance = chanceOf(model, asked.fact, at)
    respond(learner, asked, at, 'question', random() < chance + (1 - chance) / OPTIONS ? 'good' : 'again')
  }
}

/** The share of all facts that would be recalled at this time. */
export function shareRecalled({ model, facts }: SimulatedLearner, at: number): number {
  return facts.reduce((sum, { fact }) => sum + chanceOf(model, fact, at), 0) / facts.length
}

function turnCard(learner: SimulatedLearner, card: SimulatedFact, at: number): void {
  const { model, random, predictions } = learner
  const { memory, fact } = card
  const chance = chanceOf(model, fact, at)
  const recalled = random() < chance
  if (memory.kind === 'reviewed' && at - memory.lastReview.getTime() > STUDY_DAY_MS / 2) {
    predictions.push({ expected: recall(memory, new Date(at)), recalled })
  }
  respond(learner, card, at, 'card', rate(chance, recalled, memory.kind === 'new', random))
}

function rate(chance: number, recalled: boolean, isNew: boolean, random: RandomSource): Rating {
  const draw = random()
  // A fact that is met for the first time was read a moment ago.
  if (isNew) return draw < 0.5 ? 'good' : 'again'
  if (!recalled) return 'again'
  if (chance > 0.95) return draw < 0.7 ? 'easy' : 'good'
  return chance < 0.75 && draw < 0.5 ? 'hard' : 'good'
}

function respond(
  learner: SimulatedLearner,
  card: SimulatedFact,
  at: number,
  source: LoggedReview['source'],
  rating: Rating,
): void {
  const id = String(learner.log.length).padStart(8, '0')
  const parameters = DEFAULT_PARAMETERS
  const review: LoggedReview = {
    ...{ id, factId: card.id, source, rating, at: new Date(at), assisted: false, parameters, reversesId: null },
  }
  card.memory =
    learner.counts === 'every'
      ? reviewMemory(card.memory, rating, review.at, parameters, card.id)
      : applyReview(card.memory, review).memory
  practise(learner.model, card.fact, at)
  learner.log.push(review)
}

function isDue(memory: Memory, now: number): boolean {
  if (memory.kind === 'new') return false
  return memory.due.getTime() < now + STUDY_DAY_MS && memory.lastReview.getTime() < now - STUDY_DAY_MS / 2
}

function takeNext(steps: SimulatedFact[]): SimulatedFact | undefined {
  steps.sort((a, b) => dueTime(a.memory) - dueTime(b.memory))
  return steps.shift()
}

function dueTime(memory: Memory): number {
  return memory.kind === 'new' ? 0 : memory.due.getTime()
}

/**
 * A forgetting model that is not FSRS: activation as in ACT-R with decay by spacing (Pavlik and Anderson, 2005). Each
 * practice leaves a trace that fades by a power of time, faster when it came while the fact was still active; how easy a fact
 * is differs from fact to fact. Between days time runs slower than in a session, as in their fits.
 */
type Trace = { readonly at: number; readonly decay: number }
type Fact = { readonly ease: number; readonly traces: Trace[] }

export type ForgettingModel = {
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

/** The default weights of FSRS come near to its recall. */
export const TYPICAL: ForgettingModel = {
  crowding: 0.217,
  decay: 0.177,
  threshold: -1.1,
  noise: 0.255,
  slowness: 0.025,
}

const SESSION_MS = 30 * 60_000

function aFact(ease: number): Fact {
  return { ease, traces: [] }
}

/** The chance that the fact is recalled at this time, in milliseconds. */
function chanceOf(model: ForgettingModel, fact: Fact, at: number): number {
  if (fact.traces.length === 0) return 0
  return 1 / (1 + Math.exp((model.threshold - activation(model, fact, at)) / model.noise))
}

/** Practice with the answer shown, recalled or not. */
function practise(model: ForgettingModel, fact: Fact, at: number): void {
  const before = fact.traces.length === 0 ? 0 : Math.exp(activation(model, fact, at) - fact.ease)
  fact.traces.push({ at, decay: model.crowding * before + model.decay })
}

function activation(model: ForgettingModel, fact: Fact, at: number): number {
  const strengths = fact.traces.map(
    ({ at: since, decay }) => Math.max(1, effectiveSeconds(model, at - since)) ** -decay,
  )
  return Math.log(strengths.reduce((sum, strength) => sum + strength, 0)) + fact.ease
}

/** Seconds as they count: in full within a session, slower after it. */
function effectiveSeconds({ slowness }: ForgettingModel, passed: number): number {
  return (Math.min(passed, SESSION_MS) + Math.max(0, passed - SESSION_MS) * slowness) / 1000
}

/** Normally distributed numbers (Box and Muller). */
function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
