import type { MemoryParameters } from '../../memory/scheduling/parameters'
import { daysUntilExam, type Exam } from '../../memory/session/select-for-exam'
import { seededRandom } from '../../shared/random'
import { meanRecall } from '../predicted-recall'
import { LOOKS_PER_NEW_FACT, minutesFor } from '../review-time'
import { type Readiness, readinessIfIdle, readinessOf } from './readiness'
import { type ExamFact, simulateStudy } from './simulate-study'

export type ExamPlan = {
  /** `reached`: with nothing more done; `out-of-reach`: this plan is the best there is, and it falls short. */
  readonly kind: 'reached' | 'reachable' | 'out-of-reach'
  readonly newPerDay: number
  /** Of `newPerDay` those still to be met today. */
  readonly newToday: number
  readonly reviewsPerDay: number
  readonly minutesPerDay: number
  /** On the day, if studied so. */
  readonly readiness: Readiness
}

export type Pace = {
  readonly secondsPerCard: number
  /** Facts of the deck that were met for the first time today. */
  readonly metToday: number
}

/** A plan that asks for more new facts than fit into this is none. */
const MOST_MINUTES_A_DAY = 180
const SECONDS = 60
/** So many memories are carried through the days: more of them would change no number that is shown. */
const REHEARSED = 300
const MOST_RUNS = 30
/** Memories times days; a far exam is planned on fewer memories. */
const MOST_STEPS = 40_000
const FEWEST_REHEARSED = 60
/** Any number: the same deck on the same day is given the same plan. */
const SEED = 20_261_127

/**
 * What to do daily so that the target is reached on the exam day: the fewest new facts a day, and the reviews that come with
 * them. Null when no day is left. Assumes that a new fact is learned on the day on which it is met, and that a due fact is
 * recalled as often as its memory predicts.
 */
export function planExam(
  facts: readonly ExamFact[],
  exam: Exam,
  pace: Pace,
  now: Date,
  parameters: MemoryParameters,
): ExamPlan | null {
  const days = daysUntilExam(exam, now, parameters)
  if (days < 1 || facts.length === 0) return null
  const part = sampleOf(facts, days)
  const scale = facts.length / part.length
  const unmet = facts.filter(isUnmet).length
  const most = Math.min(unmet, days * mostNewPerDay(pace))
  const play = (meet: number) => playOut(part, exam, meet / scale, now, parameters)
  const all = play(most)
  const idle = readinessIfIdle(
    facts.map(({ memory }) => memory),
    exam,
    now,
    parameters,
  )
  const inReach = meanRecall(all.chances) >= exam.target
  const meet = inReach ? fewestNew(part, all.chances, exam.target, most, scale) : most
  const played = meet === most ? all : play(meet)
  const newPerDay = meet === 0 ? 0 : Math.ceil((meet + pace.metToday) / days)
  const reviewsPerDay = Math.ceil((played.reviews * scale) / days)
  return {
    kind: idle.share >= exam.target ? 'reached' : inReach ? 'reachable' : 'out-of-reach',
    newPerDay,
    newToday: Math.min(unmet, Math.max(0, newPerDay - pace.metToday)),
    reviewsPerDay,
    minutesPerDay: minutesFor({ toReview: reviewsPerDay, new: newPerDay }, pace.secondsPerCard),
    readiness: readinessOf(spreadOver(facts.length, played.chances)),
  }
}

function isUnmet({ memory, studied }: ExamFact): boolean {
  return studied && memory.kind === 'new'
}

function mostNewPerDay({ secondsPerCard }: Pace): number {
  return Math.max(1, Math.floor((MOST_MINUTES_A_DAY * SECONDS) / (secondsPerCard * LOOKS_PER_NEW_FACT)))
}

/** Every k-th fact, those met and those not in their proportion. */
function sampleOf(facts: readonly ExamFact[], days: number): readonly ExamFact[] {
  const size = Math.max(FEWEST_REHEARSED, Math.min(REHEARSED, Math.floor(MOST_STEPS / days)))
  if (facts.length <= size) return facts
  const sorted = [...facts.filter((fact) => !isUnmet(fact)), ...facts.filter(isUnmet)]
  return Array.from({ length: size }, (_, place) => sorted[Math.floor(((place + 0.5) * facts.length) / size)]).flatMap(
    (fact) => fact ?? [],
  )
}

/** The mean of several simulations if the facts are few, so that chance decides little. */
function playOut(
  facts: readonly ExamFact[],
  exam: Exam,
  meet: number,
  now: Date,
  parameters: MemoryParameters,
): { readonly chances: readonly number[]; readonly reviews: number } {
  const runs = Math.max(1, Math.min(MOST_RUNS, Math.round(REHEARSED / facts.length)))
  const sums = new Array<number>(facts.length).fill(0)
  let reviews = 0
  for (let run = 0; run < runs; run++) {
    const played = simulateStudy(facts, exam, meet, now, parameters, seededRandom(SEED + run))
    reviews += played.reviews
    for (const [place, chance] of played.chances.entries()) sums[place] = (sums[place] ?? 0) + chance
  }
  return { chances: sums.map((sum) => sum / runs), reviews: reviews / runs }
}

/** How many new facts the target needs, by a simulation in which all were met, each counted with their mean chance. */
function fewestNew(
  part: readonly ExamFact[],
  chances: readonly number[],
  target: number,
  most: number,
  scale: number,
): number {
  const chancesOf = (wanted: boolean) => chances.filter((_, place) => part[place] && isUnmet(part[place]) === wanted)
  const seen = chancesOf(false).reduce((sum, chance) => sum + chance, 0)
  const each = meanRecall(chancesOf(true).filter((chance) => chance > 0))
  if (each === 0) return 0
  return Math.min(most, Math.max(0, Math.ceil(((target * part.length - seen) / each) * scale)))
}

/** The chances of a sample, repeated until there is one for each fact. */
function spreadOver(count: number, chances: readonly number[]): readonly number[] {
  return Array.from({ length: count }, (_, place) => chances[Math.floor((place * chances.length) / count)] ?? 0)
}

/** How ready a learner is for an exam, would be, and what to do for it. */
export type ExamStatus = {
  /** Study days until the exam: 0 today, negative when it is over. */
  readonly days: number
  /** Share of the facts to be recalled on the day, 0 to 1. */
  readonly target: number
  /** Those of the deck that study asks: readiness and plan are over them alone. */
  readonly facts: number
  /** Facts of the deck beside them: asked in quizzes only. */
  readonly quizOnly: number
  readonly now: Readiness
  /** On the day, if nothing more is done. */
  readonly idle: Readiness
  /** Null on the day itself and later. */
  readonly plan: ExamPlan | null
}
