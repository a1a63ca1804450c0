import { contentKey } from '../../../fact/content-key'
import { isVerbBase, singularOf } from '../../../language/english/lexicon'
import { tagSentence } from '../../../language/english/tagger'
import { capital } from '../../../language/english/word-case'
import { GAP } from '../../../shared/gap-placeholder'
import { type Claim, UNASKED } from '../claims/claim'
import type { ReaderContext } from '../sentences/document-context'
import { unresolvedReference } from '../sentences/unresolved-reference'
import { type ListLabel, singularLabel } from './list-label'
import { asInside, type ListPlace, type Member } from './list-members'

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
      spans: [span, place.intro, ...place.also],
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
    multiple: null,
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

type DefinedMember = Member & { readonly definition: NonNullable<Member['definition']> }

const FEWEST = 2
const FEWEST_WORDS = 3
const YEAR = /^(?:1\d{3}|20\d{2})$/

/** "Nucleus: the part that …", "1831: Brown named …": a list that needs no intro, as each member says what it is or when it was. */
export function glossaryClaims(members: readonly Member[], place: ListPlace, context: ReaderContext): Claim[] {
  const described = members.flatMap((member) => (isDescribed(member) ? [member] : []))
  if (described.length < members.length || described.length < FEWEST) return []
  const group = contentKey('glossary', ...described.map(({ text }) => text))
  return described.every(({ text }) => YEAR.test(text))
    ? described.flatMap((member) => eventClaims(member, place, context, group))
    : described.flatMap((member) => termClaims(member, place, group))
}

const isDescribed = (member: Member): member is DefinedMember =>
  member.definition?.bePlural === null && member.definition.text.split(' ').length >= FEWEST_WORDS

function termClaims({ text: term, span, definition }: DefinedMember, place: ListPlace, group: string): Claim[] {
  const said = definition.text
  if (/\d/.test(term) || !isPlain(said)) return []
  return [
    {
      ...UNASKED,
      group,
      fact: {
        ...factOf(place, { span, answerSpan: definition.span }),
        id: contentKey('definition', place.heading, term, said),
        kind: 'definition',
        statement: `The text describes “${term}” as “${said}”.`,
        subject: term,
        relation: 'described as',
        answer: said,
      },
      answerType: 'definition',
      answerClass: `definition in ${group}`,
      question: `How does the text describe “${term}”?`,
      reverse: namesItself(term, said) ? null : `Which term does the text describe as “${said}”?`,
    },
  ]
}

/** What happened in a year, told in a sentence of its own. */
function eventClaims(
  { text: year, span, definition }: DefinedMember,
  place: ListPlace,
  context: ReaderContext,
  group: string,
): Claim[] {
  const event = asInside(definition.text, context.words)
  const tokens = tagSentence(`${definition.text}.`)
  const isSentence = tokens.some(({ tag, lower }) => tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing')))
  if (!isSentence || /\b\d{4}\b/.test(event) || unresolvedReference(tokens, { from: 0, to: tokens.length }) !== null)
    return []
  return [
    {
      ...UNASKED,
      group,
      fact: {
        ...factOf(place, { span, answerSpan: { start: span.start, end: span.start + year.length } }),
        id: contentKey('date', place.heading, year, event),
        kind: 'date',
        statement: `In ${year}, ${event}.`,
        subject: event,
        relation: 'when',
        answer: year,
      },
      answerType: 'year',
      answerClass: 'year',
      gapped: `In ${GAP}, ${event}.`,
      event: `${definition.text}.`,
      exact: true,
    },
  ]
}

const factOf = (
  { heading }: ListPlace,
  { span, answerSpan }: { span: Member['span']; answerSpan: Member['span'] },
) => ({
  spans: [span],
  answerSpan,
  members: [],
  open: false,
  heading,
})
