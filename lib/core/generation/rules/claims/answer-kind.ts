import { memberRanges } from '../../../language/english/coordination'
import { isPlural, nounKind } from '../../../language/english/lexicon'
import { type AnswerKind, namesIn } from '../../../language/english/names'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'

type AnswerClass = {
  readonly kind: AnswerKind /** Only answers of the same class may be options of one question. */
  readonly answerClass: string
}

/** The type of an answer, and the class whose members may be its distractors: type, number and article. */
export function answerClassOf(tokens: readonly Token[], range: Range): AnswerClass {
  const end = nounPhraseEnd(tokens, range.from)
  if (end === range.from) return PHRASE
  if (memberRanges(tokens, range).length > 1) return { kind: 'term', answerClass: 'joined' }
  const named = nameOf(tokens, range)
  if (named) return named
  if (tagAt(tokens, range.from) === 'NUM') return { kind: 'number', answerClass: 'number' }
  return /^(?:NOUN|PROPN)$/.test(tagAt(tokens, end - 1)) ? termClass(tokens, range, lowerAt(tokens, end - 1)) : PHRASE
}

const PHRASE: AnswerClass = { kind: 'phrase', answerClass: 'phrase' }

function termClass(tokens: readonly Token[], range: Range, head: string): AnswerClass {
  const first = lowerAt(tokens, range.from)
  const determiner = /^(?:DET|PRON)$/.test(tagAt(tokens, range.from)) ? 'other' : ''
  const article = /^(?:the|an?)$/.test(first) ? first.replace('an', 'a') : determiner
  const length = range.to - range.from > 6 ? 'long' : ''
  const marks = ['term', nounKind(head) ?? 'abstract', isPlural(head) ? 'plural' : 'singular', article, length]
  return { kind: 'term', answerClass: marks.filter(Boolean).join(' ') }
}

function nameOf(tokens: readonly Token[], range: Range): AnswerClass | null {
  const article = lowerAt(tokens, range.from) === 'the' ? 1 : 0
  const [name] = namesIn(tokens.slice(range.from + article, range.to))
  if (name?.from !== 0 || name.to !== range.to - range.from - article) return null
  return { kind: name.type, answerClass: article ? `${name.type} the` : name.type }
}
