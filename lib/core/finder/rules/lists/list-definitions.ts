import { contentKey } from '../../../fact/content-key'
import { isVerbBase, singularOf } from '../../../language/english/lexicon'
import { capital } from '../../../language/english/surface'
import { tagSentence } from '../../../language/english/tagger'
import type { Claim } from '../claims/claim'
import type { Known } from '../sentences/reader-context'
import { danglingIn } from '../sentences/unresolved-reference'
import type { ListPlace } from './list-claims'
import { type ListLabel, singularLabel } from './list-intro'
import type { Member } from './list-members'

const LONGEST_DEFINITION_WORDS = 24

/** What a list says of each of its members ("Again: the fact was not recalled"), asked from either side. */
export function definitionsOf(
  list: Claim,
  label: ListLabel,
  members: readonly Member[],
  place: ListPlace,
  known: Known,
): Claim[] {
  const kind = singularLabel(label.bare)
  if (kind === null) return []
  return members.flatMap((member) => {
    const said = member.definition
    return said !== null && isPlain(said.text, known) ? [claimOf(list, kind, member, said, place)] : []
  })
}

type Said = NonNullable<Member['definition']>

/** One short claim that points at nothing outside itself. */
export function isPlain(said: string, known: Known): boolean {
  if (said.split(' ').length > LONGEST_DEFINITION_WORDS || /[.!?;]\s/.test(said)) return false
  if (/\b(?:etc|e\.g|for example|you|your|we|our)\b/i.test(said)) return false
  // "rooted in other knowledge": other than the term, which the question names.
  const tokens = tagSentence(`${said}.`).filter(({ lower }) => lower !== 'other')
  return danglingIn(tokens, { from: 0, to: tokens.length }, known) === null
}

function claimOf(list: Claim, kind: string, { text: term, span }: Member, said: Said, place: ListPlace): Claim {
  const asked = said.be === null && isDeed(said.text) ? deedOf(kind, term, said) : descriptionOf(kind, term, said)
  return {
    ...list,
    fact: {
      ...list.fact,
      id: contentKey('definition', list.fact.subject, term, said.text),
      kind: 'definition',
      statement: asked.statement,
      spans: [span, place.intro, ...place.also],
      subject: term,
      relation: said.be ?? 'described as',
      answer: said.text,
      answerSpan: said.span,
      members: [],
      open: false,
    },
    answerType: 'definition',
    like: `definition in ${list.fact.id}`,
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

const deedOf = (kind: string, term: string, { text }: Said) => ({
  statement: `${capital(term)} ${text}.`,
  question: `What does the text say that ${term} does?`,
  reverse: `Which ${kind} ${text}, according to the text?`,
})

function descriptionOf(kind: string, term: string, { text, be }: Said) {
  const named = be === null ? `the ${kind} “${term}”` : `“${term}”`
  return {
    statement: be === null ? `The text describes ${named} as “${text}”.` : `${capital(term)} ${be} ${text}.`,
    question: `How does the text describe ${named}?`,
    reverse: `Which ${kind} does the text describe as “${text}”?`,
  }
}

/** A description that repeats a word of the term gives the term away. */
export function namesItself(term: string, said: string): boolean {
  const lower = said.toLowerCase()
  return term
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => word.length > 3 && lower.includes(word.slice(0, Math.max(4, word.length - 2))))
}
