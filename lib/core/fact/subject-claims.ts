import { isPlural, nounKind } from '../language/english/lexicon'
import { numberWord } from '../language/english/number-words'
import { isPronoun, nounPhraseEnd } from '../language/english/phrases'
import { askSubject } from '../language/english/questions'
import { textOf } from '../language/english/surface'
import { likenessOf, severalNames } from './answer-like'
import type { Claim } from './claim'
import { membersOf } from './coordination'
import { gappedOf, makeClaim, statementOf } from './make-claim'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from './reading'

const LONGEST_ANSWER = 12
const SHORTEST_PREDICATE = 4
// "What demonstrated their …": a word that stands for the answer gives its number away.
const OWN = /^(?:its|their|his|her|itself|themselves|himself|herself|they|them|it)$/

/** "Who or what verb …?": the subject as answer. */
export function subjectClaims(reading: Reading): Claim[] {
  const { clause, sentence, known } = reading
  const { subject, group, rest, tokens } = clause
  if (group.kind === 'copula' || isPronoun(tokens[subject.from]) || rest.to - rest.from < SHORTEST_PREDICATE) return []
  if (subject.to - subject.from > LONGEST_ANSWER || subject.to !== group.from) return []
  if (
    isVagueAnswer(reading, subject) ||
    !standsAlone(reading, subject) ||
    /^(?:this|these|those|such|its|their|his|her|some|many|most)$/.test(tokens[subject.from]?.lower ?? '')
  )
    return []
  if (tokens.slice(rest.from, rest.to).some(({ lower }) => OWN.test(lower))) return []
  const { kind, like } = likenessOf(tokens, subject)
  const members = membersOf(tokens, subject, sentence.text)
  const wh = wordFor(reading, kind, members.length)
  if (wh === null) return []
  const question = askSubject(reading.asked, wh)
  return [
    makeClaim({
      kind: members.length > 1 ? 'list' : kind === 'person' ? 'actor' : 'relation',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: textOf(sentence.text, tokens, { from: group.from, to: rest.to }),
      relation: 'subject',
      answer: wordsIn(reading, subject),
      at: subject,
      answerType: kind,
      like,
      members: members.map((member, n) =>
        n === 0 ? wordsIn(reading, { from: subject.from, to: subject.from + 1 }).charAt(0) + member.slice(1) : member,
      ),
      question,
      multiple: severalNames(kind, members) ? question : null,
      gapped: members.length > 0 ? null : gappedOf(sentence, clause, subject),
    }),
  ]
}

/** The wh-word that fits type and number; null when none surely does. */
function wordFor({ clause }: Reading, kind: string, members: number): string | null {
  const { group, subject, tokens } = clause
  const head = tokens[nounPhraseEnd(tokens, subject.from) - 1]
  const bare = group.auxiliary === null && group.tense === 'present' && group.main.lower === group.base
  const plural = bare || members > 1 || (head !== undefined && isPlural(head.lower))
  if (kind === 'country') return members > 1 ? `which ${numberWord(members)} countries` : 'which country'
  if (kind === 'organization') return members > 1 ? `which ${numberWord(members)} organizations` : 'which organization'
  const marked = plural && (group.tense === 'present' || /^(?:were|have)$/.test(group.auxiliary ?? ''))
  if (
    marked ||
    (head?.tag === 'PROPN' && kind === 'term') ||
    (kind === 'phrase' && /^\p{Lu}/u.test(tokens[subject.from]?.text ?? '')) ||
    /^(?:name|place|city|river|region|state)$/.test(kind)
  )
    return null
  const person = tokens
    .slice(subject.from, nounPhraseEnd(tokens, subject.from))
    .some(({ lower, tag }) => tag === 'NOUN' && nounKind(lower) === 'person' && head?.tag === 'PROPN')
  return kind === 'person' || person || (head && nounKind(head.lower) === 'person') ? 'who' : 'what'
}
