import type { Question } from '../item/item'
import { questionType, type TypedQuestion } from '../question-types/registry'
import { type RandomSource, seededRandom } from '../shared/random'
import { type AnswerLeaks, answerEachOther, leaksOf } from './answer-leaks'

/** What picking needs of a question; whatever else it carries comes back with it. */
export type Candidate = TypedQuestion & Pick<Question, 'stem' | 'evidence'> & { readonly factIds: readonly string[] }

/** At first no type may be more than this share of a quiz; where the facts have no other question, it may. */
const LARGEST_SHARE_OF_A_TYPE = 0.4

/** Finding the largest set without leaks is hard; the best of some random orders comes near it. */
const ORDERS_TRIED = 8

type Picked<T> = { readonly question: T; readonly leaks: AnswerLeaks }

/** How many facts have a question, and how many questions a quiz of up to `most` can have. */
export function countQuestions(
  candidates: readonly Candidate[],
  most: number,
): { readonly facts: number; readonly questions: number } {
  const byFact = groupByFact(candidates)
  return { facts: byFact.size, questions: pickMost(byFact, most).length }
}

/**
 * Picks up to `count` questions: one a fact, none that answers another, types mixed, facts with more weight sooner. Never
 * fewer than `countQuestions` says. The same random source gives the same questions in the same order.
 */
export function pickQuestions<T extends Candidate>(
  candidates: readonly T[],
  count: number,
  weightOf: (factId: string) => number,
  random: RandomSource,
): readonly T[] {
  const byFact = groupByFact(candidates)
  const order = weighted([...byFact.keys()], weightOf, random)
  const drawn = pickInOrder(byFact, order, [Math.ceil(count * LARGEST_SHARE_OF_A_TYPE), count], count, random)
  // An early pick may have excluded more questions than it added.
  const most = drawn.length < count ? pickMost(byFact, count) : drawn
  return shuffle(most.length > drawn.length ? most : drawn, random)
}

/** The largest set found of questions that do not reveal each other; the same for everyone. */
function pickMost<T extends Candidate>(byFact: ReadonlyMap<string, readonly T[]>, most: number): readonly T[] {
  let best: readonly T[] = []
  for (let seed = 0; seed < ORDERS_TRIED && best.length < Math.min(most, byFact.size); seed += 1) {
    const random = seededRandom(seed)
    const picked = pickInOrder(byFact, shuffle([...byFact.keys()], random), [most], most, random)
    if (picked.length > best.length) best = picked
  }
  return best
}

/** Goes through the facts once for each cap: how many questions of one type there may be. */
function pickInOrder<T extends Candidate>(
  byFact: ReadonlyMap<string, readonly T[]>,
  order: readonly string[],
  caps: readonly number[],
  count: number,
  random: RandomSource,
): readonly T[] {
  const picked: Picked<T>[] = []
  for (const cap of caps) {
    for (const factId of order) {
      if (picked.length >= count) break
      const next = pickOne(shuffle(byFact.get(factId) ?? [], random), picked, cap)
      if (next) picked.push(next)
    }
  }
  return picked.map(({ question }) => question)
}

/** Of a fact's questions the one of the least used type that neither reveals nor is revealed by the picked ones. */
function pickOne<T extends Candidate>(
  options: readonly T[],
  picked: readonly Picked<T>[],
  cap: number,
): Picked<T> | null {
  const used = (type: string) => picked.filter(({ question }) => question.type === type).length
  const rarestFirst = [...options].sort((a, b) => used(a.type) - used(b.type))
  for (const question of rarestFirst) {
    if (used(question.type) >= cap) continue
    const leaks = leaksOf(question)
    if (!picked.some((earlier) => answerEachOther(leaks, earlier.leaks))) return { question, leaks }
  }
  return null
}

function groupByFact<T extends Candidate>(candidates: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const candidate of candidates) {
    for (const factId of factsOf(candidate)) {
      const group = groups.get(factId)
      if (group) group.push(candidate)
      else groups.set(factId, [candidate])
    }
  }
  return groups
}

/** Where no fact is the main one, a question uses all its facts: all must be free, so it is rarely possible. */
function factsOf({ type, factIds }: Candidate): readonly string[] {
  return questionType(type).asksEqualFacts ? [...new Set(factIds)] : factIds.slice(0, 1)
}

/** A random order in which heavier ones tend to come first (Efraimidis and Spirakis 2006: the keys u^(1/w), largest first). */
function weighted(ids: readonly string[], weightOf: (id: string) => number, random: RandomSource): string[] {
  const keyed = ids.map((id) => ({ id, key: random() ** (1 / Math.max(weightOf(id), Number.EPSILON)) }))
  return keyed.sort((a, b) => b.key - a.key).map(({ id }) => id)
}

/** Fisher and Yates. */
function shuffle<T>(list: readonly T[], random: RandomSource): T[] {
  const rest = [...list]
  const shuffled: T[] = []
  while (rest.length > 0) shuffled.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return shuffled
}
