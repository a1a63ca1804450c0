import { tagSentence } from '../language/english/tagger'
import type { Claim } from './claim'
import { contentKey } from './content-key'
import { danglingIn } from './dangling'
import type { Known } from './known'
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
function isPlain(said: string, known: Known): boolean {
  if (said.split(' ').length > LONGEST_DEFINITION_WORDS || /[.!?;]\s/.test(said)) return false
  if (/\b(?:etc|e\.g|for example|you|your|we|our)\b/i.test(said)) return false
  // "rooted in other knowledge": other than the term, which the question names.
  const tokens = tagSentence(`${said}.`).filter(({ lower }) => lower !== 'other')
  return danglingIn(tokens, { from: 0, to: tokens.length }, known) === null
}

function claimOf(list: Claim, kind: string, { text: term, span }: Member, said: Said, place: ListPlace): Claim {
  const named = said.be === null ? `the ${kind} “${term}”` : `“${term}”`
  return {
    ...list,
    fact: {
      ...list.fact,
      id: contentKey('definition', list.fact.subject, term, said.text),
      kind: 'definition',
      statement: statementOf(named, term, said),
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
    question: `How does the text describe ${named}?`,
    reverse: namesItself(term, said.text) ? null : `Which ${kind} does the text describe as “${said.text}”?`,
    multiple: null,
  }
}

const statementOf = (named: string, term: string, said: Said): string =>
  said.be === null
    ? `The text describes ${named} as “${said.text}”.`
    : `${term.charAt(0).toUpperCase()}${term.slice(1)} ${said.be} ${said.text}.`

/** A description that repeats a word of the term gives the term away. */
function namesItself(term: string, said: string): boolean {
  const lower = said.toLowerCase()
  return term
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => word.length > 3 && lower.includes(word.slice(0, Math.max(4, word.length - 2))))
}
