import { contentKey } from '../../../fact/content-key'
import { isVerbBase, singularOf } from '../../../language/english/lexicon'
import { tagSentence } from '../../../language/english/tagger'
import { capital } from '../../../language/english/word-case'
import { type Claim, UNASKED } from '../claims/claim'
import { unresolvedReference } from '../sentences/unresolved-reference'
import { type ListLabel, singularLabel } from './list-label'
import type { ListPlace, Member } from './list-members'

const LONGEST_DEFINITION_WORDS = 24

/** What a list says of each of its members ("Again: the fact was not recalled"), asked from either side. */
export function definitionsOf(list: Claim, label: ListLabel, members: readonly Member[], place: ListPlace): Claim[] {
  const kind = singularLabel(label.bare)
  if (kind === null) return []
  return members.flatMap((member) => {
    const said = member.definition
    return said !== null && isPlain(said.text) ? [claimOf(list, kind, member, said, place)] : []
  })
}

type Description = NonNullable<Member['definition']>

/** One short claim that points at nothing outside itself. */
function isPlain(said: string): boolean {
  if (said.split(' ').length > LONGEST_DEFINITION_WORDS || /[.!?;]\s/.test(said)) return false
  if (/\b(?:etc|e\.g|for example|you|your|we|our)\b/i.test(said)) return false
  // "rooted in other knowledge": other than the term, which the question names.
  const tokens = tagSentence(`${said}.`).filter(({ lower }) => lower !== 'other')
  return unresolvedReference(tokens, { from: 0, to: tokens.length }) === null
}

function claimOf(list: Claim, kind: string, { text: term, span }: Member, said: Description, place: ListPlace): Claim {
  const asked = said.bePlural === null && isDeed(said.text) ? deedOf(kind, term, said) : descriptionOf(kind, term, said)
  return {
    ...list,
    fact: {
      ...list.fact,
      id: contentKey('definition', list.fact.subject, term, said.text),
      kind: 'definition',
      statement: asked.statement,
      spans: [span, place.intro],
      subject: term,
      relation: said.bePlural ?? 'described as',
      answer: said.text,
      answerSpan: said.span,
      members: [],
      open: false,
    },
    answerType: 'definition',
    answerClass: `definition in ${list.fact.id}`,
    question: asked.question,
    reverse: namesItself(term, said.text) ? null : asked.reverse,
  }
}

/** "the council: elects the harbour master". */
function isDeed(said: string): boolean {
  const [first] = tagSentence(said)
  return (
    first?.tag === 'VERB' && /^\p{Ll}/u.test(said) && /[^s]s$/.test(first.lower) && isVerbBase(singularOf(first.lower))
  )
}

const deedOf = (kind: string, term: string, { text }: Description) => ({
  statement: `${capital(term)} ${text}.`,
  question: `What does the text say that ${term} does?`,
  reverse: `Which ${kind} ${text}, according to the text?`,
})

function descriptionOf(kind: string, term: string, { text, bePlural: be }: Description) {
  const named = be === null ? `the ${kind} “${term}”` : `“${term}”`
  return {
    statement: be === null ? `The text describes ${named} as “${text}”.` : `${capital(term)} ${be} ${text}.`,
    question: `How does the text describe ${named}?`,
    reverse: `Which ${kind} does the text describe as “${text}”?`,
  }
}

/** A description that repeats a word of the term gives the term away. */
function namesItself(term: string, said: string): boolean {
  const lower = said.toLowerCase()
  return term
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => word.length > 3 && lower.includes(word.slice(0, Math.max(4, word.length - 2))))
}

const FEWEST = 2
const FEWEST_WORDS = 3

/** "Nucleus: the part that …": a list that needs no intro, as each member says what it is. */
export function glossaryClaims(members: readonly Member[], heading: string): Claim[] {
  const isGlossary = members.length >= FEWEST && members.every(isDescribed)
  const group = contentKey('glossary', ...members.map(({ text }) => text))
  return isGlossary ? members.flatMap((member) => termClaims(member, heading, group)) : []
}

const isDescribed = ({ text, definition }: Member): boolean =>
  definition?.bePlural === null && definition.text.split(' ').length >= FEWEST_WORDS && !/\d/.test(text)

function termClaims({ text: term, span, definition }: Member, heading: string, group: string): Claim[] {
  const said = definition?.text ?? ''
  if (!isPlain(said)) return []
  return [
    {
      ...UNASKED,
      group,
      fact: {
        id: contentKey('definition', heading, term, said),
        kind: 'definition',
        statement: `The text describes “${term}” as “${said}”.`,
        spans: [span],
        subject: term,
        relation: 'described as',
        answer: said,
        answerSpan: definition?.span ?? null,
        members: [],
        open: false,
        heading,
      },
      answerType: 'definition',
      answerClass: `definition in ${group}`,
      question: `How does the text describe “${term}”?`,
      reverse: namesItself(term, said) ? null : `Which term does the text describe as “${said}”?`,
    },
  ]
}
