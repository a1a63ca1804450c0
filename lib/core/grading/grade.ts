import type { Item, QuestionType } from '../item/item'
import { gradeOrdering, gradePairs, isAsShown } from './grade-arranged'
import { matchList, readList } from './match-list'
import { matchNumber } from './match-number'
import { matchText } from './match-text'
import { graded, invalid, type Response, type Score } from './response'

/** What grading needs of a revision. */
export type Gradable = Pick<Item, 'key' | 'options' | 'accepted'> & { readonly type: QuestionType }

/** Types of a later engine. A quiz does not ask them yet, and grading them is an error of ours, not of the learner. */
export const LATER_TYPES = ['point-to-proof'] as const
type LaterType = (typeof LATER_TYPES)[number]
export type GradedType = Exclude<QuestionType, LaterType>

const TRUE_FALSE = ['True', 'False']

export const GRADED_TYPES = [
  'choice',
  'multiple',
  'true-false',
  'cloze',
  'short-answer',
  'numeric',
  'matching',
  'ordering',
  'categorising',
] as const satisfies readonly GradedType[]

export function isGraded(type: string): type is GradedType {
  return (GRADED_TYPES as readonly string[]).includes(type)
}

/** The answer is written, not chosen from what is shown. */
export function isTyped(type: QuestionType): boolean {
  return type === 'cloze' || type === 'short-answer' || type === 'numeric'
}

/** The right answer stands among what is shown; it has to be recognised, not recalled. */
export function isRecognition(type: QuestionType): boolean {
  return isGraded(type) && !isTyped(type)
}

/** What is offered: a true–false whose options were not written out offers True and False. */
export function optionsOf(revision: Pick<Gradable, 'type' | 'options'>): readonly string[] {
  return revision.type === 'true-false' && revision.options.length === 0 ? TRUE_FALSE : revision.options
}

/**
 * Grades one answer. Unanswered is not wrong; an answer that the question did not offer is invalid and neither.
 * `elsewhere` is the document's text: a word that it uses is not taken for a slip of another (see `matchText`).
 * Throws for types that no quiz asks yet.
 */
export function grade(revision: Gradable, response: Response, elsewhere = ''): Score {
  if (isUnanswered(revision, response)) return { kind: 'unanswered' }
  switch (revision.type) {
    case 'choice':
    case 'true-false':
      return gradeChoice(revision, response)
    case 'multiple':
      return gradeMultiple(revision, response)
    case 'cloze':
      return gradeCloze(revision, response, elsewhere)
    case 'short-answer':
      return gradeShortAnswer(revision, response, elsewhere)
    case 'numeric':
      return gradeNumeric(revision, response, elsewhere)
    case 'matching':
    case 'categorising':
      return gradePairs(revision, response)
    case 'ordering':
      return gradeOrdering(revision, response)
    case 'point-to-proof':
      throw new Error(`Not graded yet: ${revision.type}.`)
    default:
      return revision.type satisfies never
  }
}

function isUnanswered(revision: Gradable, response: Response): boolean {
  switch (response.kind) {
    case 'unanswered':
      return true
    case 'choice':
      return response.option === ''
    case 'multiple':
      return response.options.length === 0
    case 'text':
      return response.texts.every((text) => text.trim() === '')
    case 'pairs':
      return response.chosen.every((option) => option === '')
    case 'order':
      return isAsShown(revision, response.entries)
    default:
      return response satisfies never
  }
}

function gradeChoice(revision: Gradable, response: Response): Score {
  if (response.kind !== 'choice') return invalid('one option was asked for')
  if (!optionsOf(revision).includes(response.option)) return invalid('this option was not offered')
  return graded(revision.key.map((key) => key === response.option))
}

/** Each right tick is worth its share; a tick too many takes one share away, never below nothing. */
function gradeMultiple(revision: Gradable, response: Response): Score {
  if (response.kind !== 'multiple') return invalid('a set of options was asked for')
  const ticked = new Set(response.options)
  if ([...ticked].some((option) => !revision.options.includes(option))) return invalid('this option was not offered')
  const perKey = revision.key.map((key) => ticked.has(key))
  const right = perKey.filter(Boolean).length
  const tooMany = ticked.size - right
  const points = Math.max(0, right - tooMany) / revision.key.length
  return { kind: 'graded', points, correct: points === 1, perKey }
}

function gradeCloze(revision: Gradable, response: Response, elsewhere: string): Score {
  if (response.kind !== 'text') return invalid('words were asked for')
  if (response.texts.length > revision.key.length) return invalid('more answers than gaps')
  return graded(revision.key.map((_, gap) => meets(revision, gap, response.texts[gap] ?? '', elsewhere)))
}

function gradeShortAnswer(revision: Gradable, response: Response, elsewhere: string): Score {
  if (response.kind !== 'text') return invalid('words were asked for')
  if (revision.key.length === 1) {
    const [text = '', ...more] = response.texts.filter((given) => given.trim() !== '')
    return more.length > 0 ? invalid('one answer was asked for') : graded([meets(revision, 0, text, elsewhere)])
  }
  const spellings = revision.key.map((_, slot) => spellingsOf(revision, slot))
  const readings = readList(response.texts).map((texts) => matchList(texts, spellings, elsewhere))
  const best = readings.reduce((a, b) => (b.points > a.points ? b : a))
  return { kind: 'graded', points: best.points, correct: best.points === 1, perKey: best.perKey }
}

function gradeNumeric(revision: Gradable, response: Response, elsewhere: string): Score {
  if (response.kind !== 'text') return invalid('a number was asked for')
  const [text = '', ...more] = response.texts.filter((given) => given.trim() !== '')
  if (more.length > 0) return invalid('one number was asked for')
  return graded([spellingsOf(revision, 0).some((key) => matchNumber(text, key, elsewhere))])
}

function meets(revision: Gradable, slot: number, text: string, elsewhere: string): boolean {
  if (text.trim() === '') return false
  return spellingsOf(revision, slot).some((key) => matchText(text, key, elsewhere) !== 'other')
}

function spellingsOf(revision: Gradable, slot: number): readonly string[] {
  return [revision.key[slot] ?? '', ...(revision.accepted[slot] ?? [])]
}
