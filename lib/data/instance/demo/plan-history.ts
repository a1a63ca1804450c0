import 'server-only'
import type { MemoryParameters } from '@/lib/core/memory/scheduling/parameters'
import { startOfStudyDay, studyDay } from '@/lib/core/memory/scheduling/study-day'
import { type RandomSource, seededRandom } from '@/lib/core/shared/random'
import { type Part, QUIZ_OPENED_DAYS_AGO } from './cast'
import { type SimulatedAttempt, simulateQuiz } from './simulate-quiz'
import { type Card, type Mind, simulateSession } from './simulate-study'

type Quiz = Parameters<typeof simulateQuiz>[2]

const HOUR_MS = 3_600_000

/** Some weeks of one learner, day by day up to `now`. The same seed gives the same weeks. */
export function planHistory(
  who: { learnerId: string; part: Part; parameters: MemoryParameters; seed: number },
  cards: readonly Card[],
  quiz: Quiz | null,
  now: Date,
): { mind: Mind; quizAttempt: SimulatedAttempt | null } {
  const { learnerId, part, parameters } = who
  const random = seededRandom(who.seed)
  const mind: Mind = { learnerId, parameters, memories: new Map(), reviews: [] }
  let quizAttempt: SimulatedAttempt | null = null
  const today = studyDay(now, parameters.timeZone, parameters.dayStartHour)
  for (let daysAgo = part.startedDaysAgo; daysAgo >= 0 && part.diligence > 0; daysAgo -= 1) {
    const start = sessionOf(today - daysAgo, part, parameters, random)
    const sitsDown = daysAgo === part.startedDaysAgo || random() < part.diligence
    if (start < now && sitsDown) simulateSession(mind, part, cards, start, now, random)
    const isQuizDay = daysAgo === part.quizDaysAgo && daysAgo < QUIZ_OPENED_DAYS_AGO
    if (quiz && isQuizDay) quizAttempt = simulateQuiz(mind, part, quiz, new Date(start.getTime() + HOUR_MS), random)
  }
  return { mind, quizAttempt }
}

/** Around their hour of the day, never before the study day begins. */
function sessionOf(day: number, part: Part, parameters: MemoryParameters, random: RandomSource): Date {
  const begin = startOfStudyDay(day, parameters.timeZone, parameters.dayStartHour)
  const hours = part.hour - parameters.dayStartHour + (random() - 0.5) * 2
  return new Date(begin.getTime() + Math.max(0, hours) * HOUR_MS)
}
