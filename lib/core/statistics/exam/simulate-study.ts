import { shownRecall } from '../../memory/scheduling/mastery'
import type { Memory, Rating } from '../../memory/scheduling/memory'
import type { MemoryParameters } from '../../memory/scheduling/parameters'
import { recall, reviewMemory } from '../../memory/scheduling/scheduler'
import { studyDay } from '../../memory/scheduling/study-day'
import { type Exam, examMoment, reviewsForExam } from '../../memory/session/select-for-exam'
import type { RandomSource } from '../../shared/random'
import { DAY_MS, HOUR_MS } from '../../shared/time'

/** Sessions are in the middle of the study day. */
const SESSION_AFTER_HOURS = 12
/** A card on its steps is through them after so many Good at most. */
const MOST_STEPS = 3

export type ExamFact = {
  readonly factId: string
  readonly memory: Memory
  /** False: suspended or buried, so it is not reviewed. */
  readonly studied: boolean
}

export type StudySimulation = {
  /** For each fact in its order: chance of recall on the exam day, 0 to 1. */
  readonly chances: readonly number[]
  /** From today to the day before the exam, without the first reviews of new facts. */
  readonly reviews: number
}

type Slot = { memory: Memory; readonly factId: string; readonly studied: boolean }

/**
 * Simulates the days until the exam: each day the facts that the exam asks for are reviewed, and an even share of `meet` new
 * facts is met. Whether a fact is recalled is random, with the chance that its memory predicts. In UTC, where all days are
 * equally long.
 */
export function simulateStudy(
  facts: readonly ExamFact[],
  exam: Exam,
  meet: number,
  now: Date,
  parameters: MemoryParameters,
  random: RandomSource,
): StudySimulation {
  const even = { ...parameters, timeZone: 'UTC' }
  const today = studyDay(now, parameters.timeZone, parameters.dayStartHour)
  const days = exam.day - today
  const slots: Slot[] = facts.map((fact) => ({ ...fact, memory: asEven(fact.memory, parameters) }))
  const open = slots.filter(({ studied }) => studied)
  const unmet = open.filter(({ memory }) => memory.kind === 'new')
  let reviews = 0
  let met = 0
  for (let past = 0; past < days; past++) {
    const at = sessionTime(today + past, parameters.dayStartHour)
    for (const slot of open) slot.memory = throughSteps(slot, at, even)
    for (const slot of reviewsForExam(open, exam, at, even)) {
      reviews++
      slot.memory = reviewOnce(slot, at, even, random)
    }
    for (const wanted = Math.ceil((meet * (past + 1)) / days); met < wanted; met++) {
      const slot = unmet[met]
      if (slot) slot.memory = rated(slot, 'good', at, even)
    }
  }
  const at = examMoment(exam, 'UTC')
  return { chances: slots.map(({ memory }) => shownRecall(memory, at, parameters.weights)), reviews }
}

function sessionTime(day: number, dayStartHour: number): Date {
  return new Date(day * DAY_MS + (dayStartHour + SESSION_AFTER_HOURS) * HOUR_MS)
}

function asEven(memory: Memory, { timeZone, dayStartHour }: MemoryParameters): Memory {
  if (memory.kind === 'new') return memory
  const lastReview = sessionTime(studyDay(memory.lastReview, timeZone, dayStartHour), dayStartHour)
  const due = new Date(studyDay(memory.due, timeZone, dayStartHour) * DAY_MS + dayStartHour * HOUR_MS)
  return { ...memory, lastReview, due }
}

function reviewOnce(slot: Slot, at: Date, parameters: MemoryParameters, random: RandomSource): Memory {
  const isRecalled = random() < recall(slot.memory, at, parameters.weights)
  return rated(slot, isRecalled ? 'good' : 'again', at, parameters)
}

function rated(slot: Slot, rating: Rating, at: Date, parameters: MemoryParameters): Memory {
  return throughSteps(
    { ...slot, memory: reviewMemory(slot.memory, rating, at, parameters, slot.factId) },
    at,
    parameters,
  )
}

/** The memory after its remaining steps, each rated Good. */
function throughSteps({ memory, factId }: Slot, at: Date, parameters: MemoryParameters): Memory {
  let through = memory
  for (let step = 0; step < MOST_STEPS && through.kind === 'reviewed' && through.state !== 'review'; step++) {
    through = reviewMemory(through, 'good', at, parameters, factId)
  }
  return through
}
