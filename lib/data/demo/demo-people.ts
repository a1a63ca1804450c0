import 'server-only'

/** How somebody of the demo studies. */
export type Habits = {
  /** Added to the log odds of recalling a fact: 0 is what the scheduler expects. */
  readonly ability: number
  /** Chance of studying on a day, 0 to 1. */
  readonly diligence: number
  /** New facts in a session, as a share of the deck: the demo looks the same whatever the engine finds. */
  readonly pace: number
  /** Hour of the day, on the wall clock in Bishkek, around which they study. */
  readonly hour: number
  readonly startedDaysAgo: number
  /** Days ago on which they took the quiz; null: not yet. */
  readonly quizDaysAgo: number | null
}

export type DemoLearner = Habits & { readonly name: string }

export const TIME_ZONE = 'Asia/Bishkek'
export const CLASS_NAME = 'History 10-B'
export const CLASS_OPENED_DAYS_AGO = 37
export const QUIZ_OPENED_DAYS_AGO = 9

export const TEACHER = { name: 'Gulnara Ibraimova', email: 'teacher@demo.example' } as const

const never = { ability: 0, diligence: 0, pace: 0, hour: 16, startedDaysAgo: 0, quizDaysAgo: null }

// A class as it is: a few who carry it, many in the middle, some who fall behind, and two who never began.
export const LEARNERS: readonly DemoLearner[] = [
  {
    name: 'Айпери Токтогулова',
    ability: 0.9,
    diligence: 0.9,
    pace: 0.045,
    hour: 17,
    startedDaysAgo: 36,
    quizDaysAgo: 8,
  },
  {
    name: 'Azamat Beishenaliev',
    ability: 0.1,
    diligence: 0.55,
    pace: 0.04,
    hour: 19,
    startedDaysAgo: 35,
    quizDaysAgo: 6,
  },
  {
    name: 'Бекзат Мамытов',
    ability: -0.5,
    diligence: 0.4,
    pace: 0.04,
    hour: 21,
    startedDaysAgo: 34,
    quizDaysAgo: 4,
  },
  {
    name: 'Daniyar Omurov',
    ability: 0.4,
    diligence: 0.7,
    pace: 0.05,
    hour: 16,
    startedDaysAgo: 36,
    quizDaysAgo: 8,
  },
  {
    name: 'Dilshod Karimov',
    ability: -0.2,
    diligence: 0.5,
    pace: 0.05,
    hour: 20,
    startedDaysAgo: 30,
    quizDaysAgo: 5,
  },
  {
    name: 'Jibek Turatbekova',
    ability: 0.6,
    diligence: 0.8,
    pace: 0.035,
    hour: 7,
    startedDaysAgo: 36,
    quizDaysAgo: 7,
  },
  {
    name: 'Нурайым Сатыбалдиева',
    ability: 0,
    diligence: 0.3,
    pace: 0.05,
    hour: 18,
    startedDaysAgo: 33,
    quizDaysAgo: null,
  },
  {
    name: 'Полина Морозова',
    ability: 0.3,
    diligence: 0.65,
    pace: 0.045,
    hour: 15,
    startedDaysAgo: 35,
    quizDaysAgo: 3,
  },
  {
    name: 'Sanzhar Ismailov',
    ability: -0.8,
    diligence: 0.25,
    pace: 0.04,
    hour: 22,
    startedDaysAgo: 20,
    quizDaysAgo: null,
  },
  {
    name: 'Viktoria Kim',
    ability: 0.7,
    diligence: 0.6,
    pace: 0.06,
    hour: 18,
    startedDaysAgo: 24,
    quizDaysAgo: 2,
  },
  { name: 'Emil Abdyldaev', ...never },
  { name: 'Сезим Исакова', ...never },
]

/** Somebody who learns alone, with an account. */
export const INDEPENDENT_LEARNER: DemoLearner & { readonly email: string } = {
  name: 'Aizada Sultanova',
  email: 'learner@demo.example',
  ability: 0.3,
  diligence: 0.75,
  pace: 0.03,
  hour: 8,
  startedDaysAgo: 33,
  quizDaysAgo: null,
}
