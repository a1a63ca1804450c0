import { isSuspendedOrBuried } from '../../memory/offline-pack/apply-fact-flags'
import { type DeckPack, type PackedExam, unpackMemory } from '../../memory/offline-pack/deck-pack'
import { type DeviceRating, isNotInPack, memorySince, movesSince } from '../../memory/offline-pack/pack-memories'
import { isSameStudyDay } from '../../memory/scheduling/study-day'
import { examDay } from './exam-day'
import type { ExamFact } from './simulate-study'

/** The facts to study today for the exams on these packs, the nearest exam first, after the ratings made on this device. */
export function offlineExamFacts(
  packs: readonly DeckPack[],
  ratings: readonly DeviceRating[],
  now: Date,
): readonly string[] {
  const exams = packs.flatMap(({ exam, ...pack }) => (exam ? [{ exam, pack: { ...pack, exam } }] : []))
  exams.sort((a, b) => a.exam.day - b.exam.day || a.exam.setAt - b.exam.setAt)
  const asked = exams.flatMap(({ exam, pack }) => {
    const news = ratings.filter((rating) => isNotInPack(rating, pack))
    const pace = { secondsPerCard: exam.secondsPerCard, metToday: metToday(exam, pack, news, now) }
    const facts = factsOf(exam, pack, news, now)
    return examDay(facts, exam, pace, now, pack.parameters, ({ askable }) => askable).asked
  })
  return [...new Set(asked.map(({ factId }) => factId))]
}

type DeviceFact = ExamFact & {
  /** False: this device has no card of it. */
  readonly askable: boolean
}

/** Those of the deck that study asks, in the order of its document, as a plan wants them. */
function factsOf(exam: PackedExam, pack: DeckPack, news: readonly DeviceRating[], now: Date): readonly DeviceFact[] {
  const here = pack.facts.map((fact, place) => ({
    place,
    fact: {
      factId: fact.factId,
      memory: memorySince(fact, pack, news),
      studied: !isSuspendedOrBuried(fact, now),
      askable: true,
    },
  }))
  const others = exam.others.map(({ factId, before, memory, studied }) => ({
    // Between the fact before it and the next.
    place: before - 0.5,
    fact: { factId, memory: unpackMemory(memory), studied, askable: false },
  }))
  return [...here, ...others].sort((a, b) => a.place - b.place).map(({ fact }) => fact)
}

/** Facts met today: those that the server counted, if it is still that day, and those first met on this device since. */
function metToday(exam: PackedExam, pack: DeckPack, news: readonly DeviceRating[], now: Date): number {
  const isToday = (at: Date) => isSameStudyDay(at, now, pack.parameters)
  const met = pack.facts.filter((fact) => {
    const [first] = fact.memory === null ? movesSince(fact, pack, news) : []
    return first !== undefined && isToday(first.at)
  })
  return met.length + (isToday(new Date(pack.madeAt)) ? exam.metToday : 0)
}
