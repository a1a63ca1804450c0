import { contentKey } from '../../../fact/content-key'
import { GAP } from '../../../item/gap'
import { tagSentence } from '../../../language/english/tagger'
import { type Claim, UNASKED } from '../claims/claim'
import type { Known } from '../sentences/reader-context'
import { danglingIn } from '../sentences/unresolved-reference'
import type { ListPlace } from './list-claims'
import { isPlain, namesItself } from './list-definitions'
import { asInside, type Member } from './list-members'

type Told = Member & { readonly definition: NonNullable<Member['definition']> }

const FEWEST = 2
const FEWEST_WORDS = 3
const YEAR = /^(?:1\d{3}|20\d{2})$/

/** "Nucleus: the part that …", "1831: Brown named …": a list that needs no intro, as each member says what it is or when it was. */
export function glossaryClaims(members: readonly Member[], place: ListPlace, known: Known): Claim[] {
  const told = members.flatMap((member) => (isTold(member) ? [member] : []))
  if (told.length < members.length || told.length < FEWEST) return []
  const group = contentKey('glossary', ...told.map(({ text }) => text))
  return told.every(({ text }) => YEAR.test(text))
    ? told.flatMap((member) => eventClaims(member, place, known, group))
    : told.flatMap((member) => termClaims(member, place, known, group))
}

const isTold = (member: Member): member is Told =>
  member.definition?.be === null && member.definition.text.split(' ').length >= FEWEST_WORDS

function termClaims({ text: term, span, definition }: Told, place: ListPlace, known: Known, group: string): Claim[] {
  const said = definition.text
  if (/\d/.test(term) || !isPlain(said, known)) return []
  return [
    {
      ...UNASKED,
      sure: true,
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
      like: `definition in ${group}`,
      question: `How does the text describe “${term}”?`,
      reverse: namesItself(term, said) ? null : `Which term does the text describe as “${said}”?`,
    },
  ]
}

/** What happened in a year, told in a sentence of its own. */
function eventClaims({ text: year, span, definition }: Told, place: ListPlace, known: Known, group: string): Claim[] {
  const event = asInside(definition.text, known.words)
  const tokens = tagSentence(`${definition.text}.`)
  const isSentence = tokens.some(({ tag, lower }) => tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing')))
  if (!isSentence || /\b\d{4}\b/.test(event) || danglingIn(tokens, { from: 0, to: tokens.length }, known) !== null)
    return []
  return [
    {
      ...UNASKED,
      sure: true,
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
      like: 'year',
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
