import type { FactKind } from '../../../fact/fact'
import { membersOf } from '../../../language/english/coordination'
import { nounKind } from '../../../language/english/lexicon'
import { numberWord } from '../../../language/english/numbers'
import { isPronoun, nounPhraseEnd } from '../../../language/english/phrases'
import { askSubject } from '../../../language/english/questions'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { verbGroupAt } from '../../../language/english/verbs'
import { textOf } from '../../../language/english/word-case'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from '../sentences/clause-reading'
import { answerClassOf, severalNames } from './answer-kind'
import { type Claim, clauseClaim } from './claim'

const LONGEST_ANSWER = 12
const SHORTEST_PREDICATE = 4
// "What demonstrated their …": a pronoun for the answer reveals its number.
const OWN = /^(?:its|their|his|her|itself|themselves|himself|herself|they|them|it)$/

/** "Who or what verb …?": the subject as answer. */
export function subjectClaims(reading: Reading): Claim[] {
  const { clause, sentence } = reading
  const { subject, group, rest, tokens } = clause
  if (!isAskable(reading)) return []
  const { kind, answerClass } = answerClassOf(tokens, subject)
  const members = membersOf(tokens, subject, sentence.text)
  const wh = wordFor(reading, kind, members.length)
  if (wh === null) return []
  const question = askSubject(reading.source, wh)
  const [first = '', ...others] = members
  return [
    clauseClaim(reading, {
      kind: kindOf(kind, members.length),
      subject: textOf(sentence.text, tokens, { from: group.from, to: rest.to }),
      relation: 'subject',
      at: subject,
      answerType: kind,
      answerClass,
      members: members.length > 0 ? [wordsIn(reading, subject).slice(0, first.length), ...others] : [],
      question,
      multiple: severalNames(kind, members) ? question : null,
      canBeGap: members.length === 0,
    }),
  ]
}

const kindOf = (kind: string, members: number): FactKind =>
  members > 1 ? 'list' : kind === 'person' ? 'actor' : 'relation'

/** A specific subject with a predicate that fits it alone. */
function isAskable(reading: Reading): boolean {
  const { subject, tokens } = reading.clause
  if (!tellsEnough(reading) || !isPlainSubject(reading)) return false
  if (isPronoun(tokens[subject.from]) || UNTOLD.test(lowerAt(tokens, subject.from))) return false
  return !isVagueAnswer(reading, subject) && standsAlone(reading, subject)
}

/** A predicate long enough to fit one subject, without a pronoun for it. */
function tellsEnough(reading: Reading): boolean {
  const { group, rest, tokens } = reading.clause
  if (group.auxiliary === 'can' || group.base === 'include' || joinsClause(reading)) return false
  if (!setsApart(reading) && (group.kind === 'copula' || rest.to - rest.from < SHORTEST_PREDICATE)) return false
  return !tokens.slice(rest.from, rest.to).some(({ lower }) => OWN.test(lower))
}

/** "died in May and her son was elected": a second subject, which the question would swallow. */
const joinsClause = ({ clause: { tokens, rest } }: Reading): boolean =>
  tokens
    .slice(rest.from, rest.to)
    .some(
      ({ tag }, n, all) =>
        tag === 'CCONJ' && verbGroupAt(all, nounPhraseEnd(all, n + 1)) !== null && nounPhraseEnd(all, n + 1) > n + 1,
    )

/** Right before its verb, short, and without a clause of time. */
const isPlainSubject = ({ clause: { subject, group, tokens } }: Reading): boolean =>
  subject.to - subject.from <= LONGEST_ANSWER &&
  subject.to === group.from &&
  !tokens.slice(subject.from, subject.to).some(({ tag, lower }) => tag === 'SCONJ' && lower !== 'that')

/** "was the only country among …", "were among the methods that …": a predicate that fits its subject alone. */
const setsApart = ({ clause: { tokens, rest, group } }: Reading): boolean =>
  group.kind === 'copula' &&
  (/^(?:among|amongst)$/.test(lowerAt(tokens, rest.from)) ||
    (lowerAt(tokens, rest.from) === 'the' && RANKED.test(lowerAt(tokens, rest.from + 1))))

const RANKED = /^(?:only|first|last|sole|[a-z]{3,}est|most)$/

const UNTOLD = /^(?:this|these|those|such|its|their|his|her|some|many|most)$/

/** The wh-word that fits type and number; null when that is uncertain. */
function wordFor(reading: Reading, kind: string, members: number): string | null {
  const { subject, tokens } = reading.clause
  const end = nounPhraseEnd(tokens, subject.from)
  const head = lowerAt(tokens, end - 1)
  const named = WHICH[kind]
  if (named) return members > 1 ? `which ${numberWord(members)} ${named[1]}` : `which ${named[0]}`
  if (secondVerb(reading) || isUnknownName(reading, kind, end)) return null
  const titled = tagAt(tokens, end - 1) === 'PROPN' && tokens.slice(subject.from, end).some(isPersonNoun)
  return kind === 'person' || titled || nounKind(head) === 'person' ? 'who' : 'what'
}

const WHICH: Readonly<Record<string, readonly [string, string]>> = {
  country: ['country', 'countries'],
  organization: ['organization', 'organizations'],
}

const isPersonNoun = ({ lower, tag }: Token): boolean => tag === 'NOUN' && nounKind(lower) === 'person'

/** "… and protect it": a second verb in the plural would not agree with "what". */
const secondVerb = ({ clause: { tokens, rest, group } }: Reading): boolean =>
  group.tense === 'present' &&
  tokens
    .slice(rest.from, rest.to)
    .some(({ tag }, n, all) => tag === 'CCONJ' && /^(?:VERB|AUX)$/.test(tagAt(all, n + 1)))

/** A name that might be a person's, a place's or a thing's has no certain wh-word. */
function isUnknownName({ clause: { subject, tokens } }: Reading, kind: string, end: number): boolean {
  if (/^(?:name|place|city|river|region|state)$/.test(kind)) return true
  if (kind === 'term') return tagAt(tokens, end - 1) === 'PROPN'
  return kind === 'phrase' && /^\p{Lu}/u.test(tokens[subject.from]?.text ?? '')
}
