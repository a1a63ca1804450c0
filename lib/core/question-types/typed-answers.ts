import { z } from 'zod'
import { matchNumber, matchText } from '../grading/match-text'
import type { Response } from '../grading/response'
import { mayLackUnit } from '../grading/units'
import {
  Answer,
  type Edit,
  type Edited,
  filled,
  NOTHING_WRITTEN,
  type QuestionTypeModule,
  rejected,
  type Written,
} from './question-type'

const oneAnswer = z.object({ answer: Answer }).readonly()
export type OneTypedAnswer = z.infer<typeof oneAnswer>

/** A type with one answer to be typed, but for how it is graded and which card it is preferred as. */
export const oneTypedAnswer: Omit<QuestionTypeModule<OneTypedAnswer, Record<never, never>>, 'grade' | 'cardRank'> = {
  schema: oneAnswer,
  responseKind: 'text',
  isStatement: false,
  asksEqualFacts: false,
  write: ({ answer }) => writeAnswers([answer]),
  edit: editAnswer,
  publicContent: () => ({}),
  rightResponse: ({ answer }) => ({ kind: 'text', texts: [answer.text] }),
  leakingWords: ({ answer }) => [[answer.text]],
  reveal: (_, response, { perKey }) => revealTyped(response, perKey),
  printedSpace: (_, hasGaps) => ({ kind: hasGaps ? 'gaps' : 'line' }),
  printedKey: ({ answer }) => [answer.text],
}

/** What types whose answer is typed or recalled have in common. */
export function writeAnswers(answers: readonly Answer[]): Written {
  return { ...NOTHING_WRITTEN, key: answers.map(({ text }) => text), accepted: answers.map(({ accepted }) => accepted) }
}

/** Spellings that count stay with the answers that were kept. */
export function keepSpellings(before: Written, texts: readonly string[]): Answer[] {
  return texts.map((text) => ({ text, accepted: before.accepted[before.key.indexOf(text)] ?? [] }))
}

export function editAnswers(before: Written, { key }: Edit): Edited<{ readonly answers: readonly Answer[] }> {
  const answers = keepSpellings(before, filled(key))
  return answers.length === 0 ? rejected('incomplete') : { kind: 'edited', content: { answers } }
}

function editAnswer(before: Written, { key }: Edit): Edited<{ readonly answer: Answer }> {
  const [answer, ...more] = keepSpellings(before, filled(key))
  if (!answer) return rejected('incomplete')
  return more.length > 0 ? rejected('several-answers') : { kind: 'edited', content: { answer } }
}

export function spellingsOf({ text, accepted }: Answer): readonly string[] {
  return [text, ...accepted]
}

/** Whether a typed text is the answer. A number may lack its unit where the document says that number of nothing else. */
export function isMet(answer: Answer, typed: string, documentText: string): boolean {
  if (typed.trim() === '') return false
  if (spellingsOf(answer).some((spelling) => matchText(typed, spelling, documentText) !== 'other')) return true
  return mayLackUnit(answer.text, documentText) && matchNumber(typed, answer.text, documentText)
}

/** The texts that were typed into a question's fields; null for a response of another kind. */
export function textsIn(response: Response): readonly string[] | null {
  return response.kind === 'text' ? response.texts : null
}

export function revealTyped(response: Response, perKey: readonly boolean[]) {
  const texts = textsIn(response) ?? []
  return { kind: 'typed' as const, typed: texts.map((text, at) => ({ text, counted: perKey[at] ?? false })) }
}
