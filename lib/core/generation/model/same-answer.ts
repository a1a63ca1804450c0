import { meaningfulWords, shareIn } from '../../check/words-of-languages'
import { matchListAnswer } from '../../grading/match-list-answer'
import { matchNumber, matchText } from '../../grading/match-text'
import { foldText } from '../../grading/tokenise'
import { isStatement } from '../../question-types/registry'
import type { Draft } from '../draft'

/** The same answer by the grader of typed answers; a longer or shorter wording of it counts as well. */
export function isAnswer(answers: readonly string[], { type, key, accepted }: Draft, documentText: string): boolean {
  const spellings = key.map((entry, at) => [entry, ...(accepted[at] ?? [])])
  if (isStatement(type)) return (answers[0] ?? '').toLowerCase().startsWith((key[0] ?? '').toLowerCase())
  if (type === 'ordering')
    return answers.length === key.length && key.every((entry, at) => isSame(answers[at] ?? '', [entry], documentText))
  if (type === 'matching') return key.every((line) => answers.some((answer) => foldText(answer) === foldText(line)))
  const [only = [], ...more] = spellings
  return more.length === 0
    ? [...answers, answers.join(' ')].some((answer) => isSame(answer, only, documentText))
    : isListAnswer(answers, spellings, documentText)
}

function isListAnswer(
  answers: readonly string[],
  spellings: readonly (readonly string[])[],
  documentText: string,
): boolean {
  const given = answers.length === 1 ? (answers[0] ?? '').split(/[;,]\s*|\s+(?:and|и|жана)\s+/) : answers
  return (
    given.length === spellings.length &&
    (matchListAnswer(given, spellings, documentText).points === 1 ||
      spellings.every((spelling) => given.some((answer) => isSame(answer, spelling, documentText))))
  )
}

function isSame(answer: string, spellings: readonly string[], documentText: string): boolean {
  if (
    spellings.some(
      (spelling) =>
        matchText(answer, spelling, documentText) !== 'other' || matchNumber(answer, spelling, documentText),
    )
  )
    return true
  const given = meaningfulWords(answer)
  return spellings.some((spelling) => {
    const wanted = meaningfulWords(spelling)
    if (wanted.length === 0 || given.length === 0 || figures(answer) !== figures(spelling)) return false
    return shareIn(wanted, given) === 1 || (shareIn(given, wanted) === 1 && given.length >= wanted.length / 2)
  })
}

const figures = (text: string): string => (text.match(/\d+/g) ?? []).join(' ')
