import type { Prediction } from '../lib/core/memory/scheduling/fit-weights'
import type { Memory, Rating } from '../lib/core/memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '../lib/core/memory/scheduling/parameters'
import { applyReview, type LoggedReview } from '../lib/core/memory/scheduling/replay'
import { recall, reviewMemory } from '../lib/core/memory/scheduling/scheduler'
import { type RandomSource, seededRandom } from '../lib/core/shared/random'
import { aFact, chanceOf, type Fact, type Mind, normal, practise } from './forgetting'

export type Learnt = { readonly id: string; readonly fact: Fact; memory: Memory }

export type SimulatedLearner = {
  readonly mind: Mind
  readonly random: RandomSource
  readonly facts: readonly Learnt[]
  readonly log: LoggedReview[]
  /** Of the first response to a fact on a day, by card: what its memory expected, and what came. */
  readonly predictions: Prediction[]
  /** `first-of-day`: the rule of Bilim. `every`: each response moves the schedule, as if there were no rule. */
  readonly counts: 'first-of-day' | 'every'
}

export const DAY_MS = 86_400_000
const CARD_MS = 9_000
const STUDY_DAY_MS = 20 * 3_600_000
/** Facts differ: some are recalled where others are long gone. */
const EASE_SPREAD = 0.25
const OPTIONS = 4

export function aSimulatedLearner(
  mind: Mind,
  facts: number | readonly string[],
  seed: number,
  counts: SimulatedLearner['counts'] = 'first-of-day',
): SimulatedLearner {
  const random = seededRandom(seed)
  const ids = typeof facts === 'number' ? Array.from({ length: facts }, (_, index) => `${seed}-${index}`) : facts
  const learnt = ids.map((id): Learnt => ({ id, fact: aFact(EASE_SPREAD * normal(random)), memory: { kind: 'new' } }))
  return { mind, random, facts: learnt, log: [], predictions: [], counts }
}

/** Due cards in the given order and new ones, each carried through its steps. The time at which the session ends. */
export function studyCards(
  learner: SimulatedLearner,
  start: number,
  fresh: number,
  order: (due: readonly Learnt[], now: Date) => readonly Learnt[] = (due) => due,
): number {
  const due = learner.facts.filter((fact) => isDue(fact.memory, start))
  const unseen = learner.facts.filter(({ memory }) => memory.kind === 'new').slice(0, fresh)
  const steps: Learnt[] = []
  let at = start
  const turn = (fact: Learnt) => {
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
    for (const one of seen) {
      at += CARD_MS
      turnCard(learner, one, at)
    }
  }
}

/** A quiz of choices on facts met before; who does not know the answer hits it now and then. */
export function takeQuiz(learner: SimulatedLearner, start: number, questions: number): void {
  const { random, mind } = learner
  const met = learner.facts.filter(({ fact }) => fact.traces.length > 0)
  for (let question = 0; question < questions && met.length > 0; question++) {
    const one = met[Math.floor(random() * met.length)]
    if (!one) return
    const at = start + question * CARD_MS
    const chance = chanceOf(mind, one.fact, at)
    respond(learner, one, at, 'question', random() < chance + (1 - chance) / OPTIONS ? 'good' : 'again')
  }
}

/** The share of all facts that would be recalled at this time. */
export function known({ mind, facts }: SimulatedLearner, at: number): number {
  return facts.reduce((sum, { fact }) => sum + chanceOf(mind, fact, at), 0) / facts.length
}

function turnCard(learner: SimulatedLearner, one: Learnt, at: number): void {
  const { mind, random, predictions } = learner
  const { memory, fact } = one
  const chance = chanceOf(mind, fact, at)
  const recalled = random() < chance
  if (memory.kind === 'reviewed' && at - memory.lastReview.getTime() > STUDY_DAY_MS / 2) {
    predictions.push({ expected: recall(memory, new Date(at)), recalled })
  }
  respond(learner, one, at, 'card', rate(chance, recalled, memory.kind === 'new', random))
}

function rate(chance: number, recalled: boolean, isNew: boolean, random: RandomSource): Rating {
  const mood = random()
  // A fact that is met for the first time was read a moment ago.
  if (isNew) return mood < 0.5 ? 'good' : 'again'
  if (!recalled) return 'again'
  if (chance > 0.95) return mood < 0.7 ? 'easy' : 'good'
  return chance < 0.75 && mood < 0.5 ? 'hard' : 'good'
}

function respond(
  learner: SimulatedLearner,
  one: Learnt,
  at: number,
  source: LoggedReview['source'],
  rating: Rating,
): void {
  const id = String(learner.log.length).padStart(8, '0')
  const parameters = DEFAULT_PARAMETERS
  const review: LoggedReview = {
    ...{ id, factId: one.id, source, rating, at: new Date(at), assisted: false, parameters, reversesId: null },
  }
  one.memory =
    learner.counts === 'every'
      ? reviewMemory(one.memory, rating, review.at, parameters, one.id)
      : applyReview(one.memory, review).memory
  practise(learner.mind, one.fact, at)
  learner.log.push(review)
}

function isDue(memory: Memory, now: number): boolean {
  if (memory.kind === 'new') return false
  return memory.due.getTime() < now + STUDY_DAY_MS && memory.lastReview.getTime() < now - STUDY_DAY_MS / 2
}

function takeNext(steps: Learnt[]): Learnt | undefined {
  steps.sort((a, b) => dueTime(a.memory) - dueTime(b.memory))
  return steps.shift()
}

function dueTime(memory: Memory): number {
  return memory.kind === 'new' ? 0 : memory.due.getTime()
}
