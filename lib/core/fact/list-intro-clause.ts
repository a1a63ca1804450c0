import { readClause } from '../language/english/clause'
import { numberValue } from '../language/english/number-words'
import { fullPhraseEnd, type Range } from '../language/english/phrases'
import { askAround, askSubject, leadOf } from '../language/english/questions'
import { inner, textOf } from '../language/english/surface'
import { type Token, tagSentence } from '../language/english/tagger'
import { danglingIn } from './dangling'
import type { Known } from './known'
import type { ListLabel } from './list-intro'
import { type Reading, readingOf } from './reading'
import type { Sentence } from './sentence'

/** Reads an intro that is a clause about a counted thing: "Four layers meet in X:", "The plan has three parts:". */
export function readClauseIntro(intro: string, from: number, known: Known): ListLabel | null {
  const text = `${intro.replace(/\s*:$/, '')}.`
  const tokens = tagSentence(text)
  const clause = readClause(tokens)
  if (clause === null || clause.group.negative || clause.group.kind === 'copula') return null
  if (danglingIn(tokens, { from: 0, to: tokens.length }, known) !== null) return null
  const reading = readingOf(introAs(text, tokens), clause, known)
  return ofSubject(reading, from) ?? ofObject(reading, from)
}

/** An intro is read like a sentence; where it stands in the document, the list says. */
const introAs = (text: string, tokens: readonly Token[]): Sentence => ({
  text,
  raw: text,
  tokens,
  span: { start: 0, end: 0 },
  passage: { text, at: [] },
  also: [],
  example: false,
  heading: '',
  paragraph: 0,
  index: 0,
})

type Counted = { readonly count: number; readonly name: string; readonly bare: string }

function countedAt({ sentence }: Reading, range: Range): Counted | null {
  const { tokens, text } = sentence
  const count = numberValue(tokens[range.from]?.lower ?? '')
  if (count === null || count < 2) return null
  const name = textOf(text, tokens, range)
  return {
    count,
    name: name.charAt(0).toLowerCase() + name.slice(1),
    bare: textOf(text, tokens, { from: range.from + 1, to: range.to }),
  }
}

function ofSubject(reading: Reading, from: number): ListLabel | null {
  const { clause, sentence } = reading
  const counted = countedAt(reading, clause.subject)
  if (counted === null || clause.lead !== null) return null
  const predicate = textOf(sentence.text, sentence.tokens, { from: clause.group.from, to: clause.rest.to })
  return {
    ...labelOf(reading, counted, `the ${counted.name} that ${predicate}`, from),
    question: askSubject(reading.asked, `which ${counted.name}`),
    howMany: askSubject(reading.asked, `how many ${counted.bare}`),
  }
}

function ofObject(reading: Reading, from: number): ListLabel | null {
  const { clause, sentence, known } = reading
  const { tokens, text } = sentence
  const { rest } = clause
  const start = [rest.from, rest.from + 1].find((at) => numberValue(tokens[at]?.lower ?? '') !== null)
  const alone = start === rest.from || tokens[rest.from]?.tag === 'ADP'
  if (start === undefined || !alone) return null
  const things = {
    from: start,
    to: Math.min(
      rest.to,
      fullPhraseEnd(tokens, start, (word) => word === 'of'),
    ),
  }
  const counted = countedAt(reading, things)
  if (counted === null) return null
  const before = textOf(text, tokens, { from: rest.from, to: start })
  const tail = textOf(text, tokens, { from: things.to, to: rest.to })
  const subject = inner(text, tokens, clause.subject, known.words)
  const group = textOf(text, tokens, clause.group)
  const relative = before === '' ? 'that' : `${before} which`
  const definite = ['the', counted.name, relative, subject, group, tail, leadOf(reading.asked)]
    .filter(Boolean)
    .join(' ')
  return {
    ...labelOf(reading, counted, definite, from),
    question: askAround(reading.asked, `which ${counted.name}`, [before, tail].filter(Boolean).join(' ')),
    howMany: askAround(reading.asked, `how many ${counted.bare}`, [before, tail].filter(Boolean).join(' ')),
  }
}

function labelOf({ clause, sentence }: Reading, counted: Counted, definite: string, from: number): ListLabel {
  const past = clause.group.tense === 'past'
  return {
    definite,
    bare: counted.bare,
    be: past ? 'were' : 'are',
    one: past ? 'was' : 'is',
    open: false,
    sure: true,
    from,
    count: counted.count,
    question: null,
    howMany: null,
    statement: sentence.text,
  }
}
