import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'

/** How many questions a form offers for a quiz, on screen or on paper. */
export const QUESTION_COUNTS: readonly number[] = [5, 10, 20, 30, QUESTIONS_PER_QUIZ]
export const DEFAULT_QUESTION_COUNT = 10
