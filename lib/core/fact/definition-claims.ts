import { nounPhraseEnd } from '../language/english/phrases'
import { askAround } from '../language/english/questions'
import { likenessOf } from './answer-like'
import type { Claim } from './claim'
import { danglingIn } from './dangling'
import { gappedOf, makeClaim, statementOf } from './make-claim'
import { type Reading, standsAlone, wordsIn } from './reading'

const LONGEST_DEFINITION = 24
const LONGEST_ANSWER = 12
const LONGEST_TERM = 5

/** "X is a Y that …" as a definition; "The most common form of Z is the Y" as a name for a place in the world. */
export function definitionClaims(reading: Reading): Claim[] {
  const { clause, sentence, known } = reading
  const { group, rest, subject, tokens } = clause
  if (group.kind !== 'copula' || rest.to - rest.from < 2 || group.auxiliary !== null) return []
  const end = nounPhraseEnd(tokens, rest.from)
  if (end === rest.from || !standsAlone(reading, null)) return []
  const first = tokens[rest.from]?.lower ?? ''
  const definite =
    tokens[subject.from]?.lower === 'the' &&
    !tokens.slice(subject.from, subject.to).some(({ text }) => /^\p{Lu}/u.test(text) && text !== 'The')
  if (definite) return identity(reading)
  if (!/^(?:an?|the)$/.test(first) && clause.group.main.lower !== 'are') return []
  if (subject.to - subject.from > LONGEST_TERM || rest.to - rest.from > LONGEST_DEFINITION || clause.lead) return []
  if (
    tokens
      .slice(rest.from, rest.to)
      .some(
        ({ text }, n) =>
          text === ',' && /^(?:as|because|since|for|while)$/.test(tokens[rest.from + n + 1]?.lower ?? ''),
      )
  )
    return []
  if (danglingIn(tokens, rest, known) !== null || rest.to - rest.from < 4) return []
  return [
    defined(reading, sentence.tokens[subject.from]?.tag === 'PROPN' && /^\p{Lu}/u.test(wordsIn(reading, subject))),
  ]
}

function defined(reading: Reading, named: boolean): Claim {
  const { clause, sentence, known } = reading
  const term = wordsIn(reading, clause.subject)
  const answer = wordsIn(reading, clause.rest)
  const bare = term.replace(/^(?:an?|the) /i, '')
  const number = clause.group.main.lower === 'are' || clause.group.main.lower === 'were' ? 'plural' : 'singular'
  const defines =
    !named &&
    /^(?:an?|the (?:process|act|study|practice|ability|state|amount|number|part|period|height|length|measure|use)|\p{Ll}+s?)\b/u.test(
      answer,
    ) &&
    !/^the (?:most|first|last|only|main|largest|same)\b/.test(answer)
  const long = clause.rest.to - clause.rest.from > LONGEST_ANSWER
  return makeClaim({
    kind: 'definition',
    sentence,
    statement: statementOf(sentence, clause, known),
    subject: named ? term : bare,
    relation: clause.group.main.lower,
    answer,
    at: clause.rest,
    answerType: 'definition',
    like: `definition ${number}${long ? ' long' : ''}`,
    question: defines ? `How does the text define “${bare}”?` : `How does the text describe ${term}?`,
    reverse: defines
      ? `Which term does the text define as “${answer}”?`
      : `What does the text describe as “${answer}”?`,
  })
}

/** "The main partner was the United Nations": asked by what it is, answered by its name. */
function identity(reading: Reading): Claim[] {
  const { clause, sentence, known } = reading
  const answer = wordsIn(reading, clause.rest)
  if (clause.rest.to - clause.rest.from > LONGEST_ANSWER) return []
  const question = askAround(reading.asked, 'what', '')
  if (question === null) return []
  const { kind, like } = likenessOf(clause.tokens, clause.rest)
  return [
    makeClaim({
      kind: 'relation',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: wordsIn(reading, clause.subject),
      relation: clause.group.main.lower,
      answer,
      at: clause.rest,
      answerType: kind,
      exact: true,
      like,
      question,
      gapped: gappedOf(sentence, clause, clause.rest),
    }),
  ]
}
