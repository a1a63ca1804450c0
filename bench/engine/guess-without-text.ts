import { readItem, type WrittenItem } from '../../lib/core/item/item'
import { isQuestion } from '../../lib/core/question-types/registry'
import { pickQuestions } from '../../lib/core/quiz/pick-questions'
import { seededRandom } from '../../lib/core/shared/random'
import {
  type Deck,
  deckOf,
  GUESSES,
  type Guess,
  QUIZ_GUESSES,
  QUIZ_STRATEGIES,
  type ShownItem,
  STRATEGIES,
  type Strategy,
  shownItem,
} from './guess-strategies'
import { chanceTest, holm } from './statistics'

/** One answer given blindly: how right it is (a share where several options have the highest score), and the chance of it. */
type Trial = { readonly right: number; readonly chance: number; readonly isDecided: boolean }

export type BlindResult = {
  /** What is asked: choices, several right options, statements, pairs, orders. */
  readonly form: string
  readonly strategy: string
  readonly trials: number
  readonly accuracy: number
  readonly chance: number
  /** Percentage points above chance. */
  readonly points: number
  /** Two-sided against chance, held together over all strategies (Holm 1979). */
  readonly p: number
  /** Trials in which not all options have the same score, and the points above chance in these alone. */
  readonly decided: number
  readonly decidedPoints: number
}

/** What strategies that never see the document reach over the shown items of all documents together. */
export function solveBlindly(documents: readonly (readonly WrittenItem[])[]): BlindResult[] {
  const inDecks = overEach(documents)
  const inQuizzes = overEach(documents.flatMap(quizzesOf))
  const results = [
    ...choosing('choice', STRATEGIES, inDecks),
    ...choosing('multiple', STRATEGIES, inDecks),
    ...Object.entries(STRATEGIES).map(([strategy, scoresOf]) => ({
      form: 'pairs',
      strategy,
      all: inDecks((item, shown, deck) => paired(item, shown, deck, scoresOf)),
    })),
    ...judging(GUESSES, inDecks),
    { form: 'multiple', strategy: 'every option ticked', all: inDecks(ticked) },
    { form: 'pairs', strategy: 'in the order given', all: inDecks(inOrder) },
    ...ORDERS.map(([strategy, arrange]) => ({
      form: 'ordering',
      strategy,
      all: inDecks((item) => arrangementTrials(item, arrange)),
    })),
    ...[...choosing('choice', QUIZ_STRATEGIES, inQuizzes), ...judging(QUIZ_GUESSES, inQuizzes)].map((result) => ({
      ...result,
      form: `${result.form} in a quiz`,
    })),
  ].filter(({ all }) => all.length > 0)
  const values = holm(results.map(({ all }) => probabilityOf(all)))
  return results.map(({ form, strategy, all }, n) => ({ form, strategy, ...summary(all), p: values[n] ?? 1 }))
}

type Over = (trialsOf: (item: WrittenItem, shown: ShownItem, deck: Deck) => readonly Trial[]) => readonly Trial[]

function overEach(sets: readonly (readonly WrittenItem[])[]): Over {
  const decks = sets.map((items) => ({ items, deck: deckOf(items) }))
  return (trialsOf) =>
    decks.flatMap(({ items, deck }) =>
      items.flatMap((item, n) => trialsOf(item, deck.items[n] ?? shownItem(item), deck)),
    )
}

const choosing = (type: 'choice' | 'multiple', strategies: Readonly<Record<string, Strategy>>, over: Over) =>
  Object.entries(strategies).map(([strategy, scoresOf]) => ({
    form: type,
    strategy,
    all: over((item, shown, deck) => chosen(type, item, shown, deck, scoresOf)),
  }))

const judging = (guesses: Readonly<Record<string, Guess>>, over: Over) =>
  Object.entries(guesses).map(([strategy, guess]) => ({
    form: 'true-false',
    strategy,
    all: over((item, shown, deck) => (item.type === 'true-false' ? [judged(item, guess(shown, deck))] : [])),
  }))

const QUESTIONS_OF_A_QUIZ = 10
const SEED = 1

/** Quiz after quiz as the app would pick them, until the questions give no more. */
function quizzesOf(items: readonly WrittenItem[]): WrittenItem[][] {
  const quizzes: WrittenItem[][] = []
  const written = new Map(items.map((item) => [item.id, item]))
  let left = items.map(readItem).filter(isQuestion)
  while (left.length > 0) {
    const quiz = pickQuestions(left, QUESTIONS_OF_A_QUIZ, () => 1, seededRandom(SEED))
    if (quiz.length === 0) break
    quizzes.push(quiz.flatMap(({ id }) => written.get(id) ?? []))
    left = left.filter((item) => !quiz.includes(item))
  }
  return quizzes
}

/** The option highest most; among several highest alike, each in its share. */
function chosen(
  type: WrittenItem['type'],
  item: WrittenItem,
  shown: ShownItem,
  deck: Deck,
  scoresOf: Strategy,
): Trial[] {
  if (item.type !== type || item.options.length < 2) return []
  return [trialOf(scoresOf(shown, deck), (at) => item.key.includes(item.options[at] ?? ''))]
}

/** For each pair the right side with the highest score, the left side being the stem. */
function paired(item: WrittenItem, shown: ShownItem, deck: Deck, scoresOf: Strategy): Trial[] {
  return pairsOf(item).map(({ left, right }) =>
    trialOf(scoresOf({ ...shown, stem: left }, deck), (at) => item.options[at] === right),
  )
}

function pairsOf(item: WrittenItem) {
  const typed = readItem(item)
  return typed.type === 'matching' ? typed.content.pairs : []
}

function trialOf(scores: readonly number[], isRight: (at: number) => boolean): Trial {
  const most = Math.max(...scores)
  const highest = scores.flatMap((score, at) => (score === most ? [at] : []))
  const right = scores.flatMap((_, at) => (isRight(at) ? [at] : []))
  return {
    right: highest.filter(isRight).length / highest.length,
    chance: right.length / scores.length,
    isDecided: highest.length < scores.length,
  }
}

function judged({ key }: WrittenItem, guess: boolean | null): Trial {
  if (guess === null) return { right: 0.5, chance: 0.5, isDecided: false }
  return { right: Number((key[0] === 'True') === guess), chance: 0.5, isDecided: true }
}

function ticked({ type, key, options }: WrittenItem): Trial[] {
  if (type !== 'multiple') return []
  return options.map((option) => ({ right: Number(key.includes(option)), chance: 0.5, isDecided: true }))
}

/** The first left side with the first right side, and so on. */
function inOrder(item: WrittenItem): Trial[] {
  if (item.type !== 'matching') return []
  return pairsOf(item).map(({ right }, n) => ({
    right: Number(item.options[n] === right),
    chance: 1 / item.options.length,
    isDecided: true,
  }))
}

type Arrange = (options: readonly string[]) => readonly string[]

const ORDERS: readonly (readonly [string, Arrange])[] = [
  ['as given', (options) => options],
  ['the other way round', (options) => options.toReversed()],
  ['by the alphabet', (options) => options.toSorted()],
  ['from short to long', (options) => options.toSorted((left, right) => left.length - right.length)],
]

/** Of each two entries, whether they stand in the right order: half of them do by chance. */
function arrangementTrials({ type, key, options }: WrittenItem, arrange: Arrange): Trial[] {
  if (type !== 'ordering') return []
  const places = arrange(options).map((option) => key.indexOf(option))
  return places.flatMap((place, n) =>
    places.slice(n + 1).map((later) => ({ right: Number(place < later), chance: 0.5, isDecided: true })),
  )
}

function summary(all: readonly Trial[]) {
  const decided = all.filter(({ isDecided }) => isDecided)
  return {
    trials: all.length,
    accuracy: mean(all.map(({ right }) => right)),
    chance: mean(all.map(({ chance }) => chance)),
    points: pointsOf(all),
    decided: decided.length,
    decidedPoints: pointsOf(decided),
  }
}

const pointsOf = (trials: readonly Trial[]): number => 100 * mean(trials.map(({ right, chance }) => right - chance))

const probabilityOf = (all: readonly Trial[]): number =>
  chanceTest(
    Math.round(all.reduce((sum, { right }) => sum + right, 0)),
    all.map(({ chance }) => chance),
  )

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
