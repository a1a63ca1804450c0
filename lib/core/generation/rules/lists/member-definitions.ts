import type { Span } from '../../../document/document'
import { contentKey } from '../../../fact/content-key'
import { tagSentence } from '../../../language/english/tagger'
import { type Claim, UNASKED } from '../claims/claim'
import { unresolvedReference } from '../sentences/unresolved-reference'
import type { Member } from './list-members'

/** What the members of a list are called ("flag"; null when it does not say), and what it is known by. */
type DescribedList = {
  readonly kind: string | null
  readonly group: string
  readonly intro: readonly Span[]
  readonly heading: string
}

/** What a list says of each of its members ("Again: the fact was not recalled"), asked from either side. */
export function descriptions(members: readonly Member[], list: DescribedList): Claim[] {
  const { kind, group, intro, heading } = list
  return members.flatMap(({ text: term, span, definition }) => {
    if (definition === null || !isPlain(definition.text)) return []
    const said = definition.text
    const named = kind === null ? `“${term}”` : `the ${kind} “${term}”`
    return [
      {
        ...UNASKED,
        group,
        fact: {
          id: contentKey('definition', heading, term, said),
          kind: 'definition',
          statement: `The text describes ${named} as “${said}”.`,
          spans: [span, ...intro],
          subject: term,
          relation: 'described as',
          answer: said,
          answerSpan: definition.span,
          members: [],
          open: false,
          heading,
        },
        answerType: 'definition',
        answerClass: `definition in ${group}`,
        question: `How does the text describe ${named}?`,
        reverse: namesItself(term, said) ? null : `Which ${kind ?? 'term'} does the text describe as “${said}”?`,
      },
    ]
  })
}

const LONGEST_WORDS = 24

/** One short claim that points at nothing outside itself. */
function isPlain(said: string): boolean {
  if (said.split(' ').length > LONGEST_WORDS || /[.!?;]\s/.test(said)) return false
  if (/\b(?:etc|e\.g|for example|you|your|we|our)\b/i.test(said)) return false
  // "rooted in other knowledge": other than the term, which the question names.
  const tokens = tagSentence(`${said}.`).filter(({ lower }) => lower !== 'other')
  return unresolvedReference(tokens, { from: 0, to: tokens.length }) === null
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
  return isGlossary ? descriptions(members, { kind: null, group, intro: [], heading }) : []
}

const isDescribed = ({ text, definition }: Member): boolean =>
  definition !== null && definition.text.split(' ').length >= FEWEST_WORDS && !/\d/.test(text)
