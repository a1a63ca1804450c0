import type { Block, DocumentFormat, Span, StructuredDocument } from '../../../document/document'
import { contentKey } from '../../../fact/content-key'
import type { AnswerKind } from '../../../language/english/names'
import { numberWord } from '../../../language/english/numbers'
import { tagSentence } from '../../../language/english/tagger'
import { capital } from '../../../language/english/word-case'
import { passageOf, spanIn } from '../../../language/text-without-marks'
import { GAP } from '../../../shared/gap-placeholder'
import { answerClassOf } from '../claims/answer-kind'
import { type Claim, UNASKED } from '../claims/claim'
import type { ReaderContext } from '../sentences/document-context'
import { type ListLabel, readLabel } from './list-label'
import { formOf, headKind, isGerund, isPluralMember, type ListPlace, type Member, memberGaps } from './list-members'
import { definitionsOf, glossaryClaims } from './member-definitions'

type ListBlock = Extract<Block, { kind: 'list' }>

/** Facts of a bulleted list under an intro; where none says what its members are, of members that say it themselves. */
export function listClaims(
  document: StructuredDocument,
  format: DocumentFormat,
  { intro }: ListBlock,
  members: readonly Member[],
  heading: string,
  context: ReaderContext,
): Claim[] {
  const passage = intro ? passageOf(document.text, intro, format) : null
  const label = passage ? readLabel(passage.text, members.length, context) : null
  if (!passage || label === null || (label.count !== null && label.count !== members.length)) {
    const [first] = members
    return first ? glossaryClaims(members, { intro: first.span, also: [], heading }, context) : []
  }
  const place = { intro: spanIn(passage, label.from, passage.text.length), also: [], heading }
  return claimsOfList(label, members, place)
}

// "its most important buyers": cannot be counted without saying whose.
const OWNED = /^(?:its|their|his|her|\S+['’]s)\b/i

/** The list, how many members it has, each member, what the members say in themselves and what is said of them. */
export function claimsOfList(label: ListLabel, members: readonly Member[], place: ListPlace): Claim[] {
  const list = listClaim(label, members, place)
  const missing = missingMember(list, label, members)
  const each = members.flatMap((member) => [
    withGap(memberClaim(list, label, member, place), member === missing ? leaveOut(label, members, member) : null),
    ...(member.definition === null ? gapClaims(list, label, member, place) : []),
  ])
  const count =
    label.open || OWNED.test(label.bare) || (label.question !== null && label.howMany === null)
      ? []
      : [countClaim(list, label, members, place)]
  return [list, ...count, ...each, ...definitionsOf(list, label, members, place)]
}

const withGap = (claim: Claim, gapped: string | null): Claim => (gapped === null ? claim : { ...claim, gapped })

function listClaim(label: ListLabel, members: readonly Member[], place: ListPlace): Claim {
  const texts = members.map(({ text }) => text)
  const answer = texts.join('; ')
  const statement = `${capital(label.definite)} ${label.bePlural} ${texts.join('; ')}.`
  const id = contentKey('list', label.definite, answer)
  return {
    ...UNASKED,
    fact: {
      id,
      kind: 'list',
      statement,
      spans: withIntro([place.intro, ...members.map(({ span }) => span)], place),
      subject: label.definite,
      relation: label.bePlural,
      answer,
      answerSpan: null,
      members: texts,
      open: label.open,
      heading: place.heading,
    },
    answerType: 'list',
    answerClass: 'list',
    doubts: label.doubts,
    question:
      label.question ??
      (label.open ? `Which ${label.bare} does the text name?` : `What ${label.bePlural} ${label.definite}?`),
    group: id,
    multiple: label.question ?? `Select all of ${label.definite}.`,
  }
}

function countClaim(list: Claim, label: ListLabel, members: readonly Member[], place: ListPlace): Claim {
  const { intro } = place
  const count = numberWord(members.length)
  const last = members.at(-1)?.span ?? intro
  return {
    ...list,
    fact: {
      ...list.fact,
      id: contentKey('count', label.definite, count),
      kind: 'count',
      statement: label.statement ?? `The text lists ${count} ${label.bare}.`,
      spans: withIntro([{ start: intro.start, end: Math.max(intro.end, last.end) }], place),
      relation: 'lists',
      answer: count,
      members: [],
    },
    answerType: 'number',
    multiple: null,
    exact: true,
    answerClass: 'count',
    question: label.howMany ?? `How many ${label.bare} does the text list?`,
  }
}

function memberClaim(list: Claim, label: ListLabel, member: Member, place: ListPlace): Claim {
  return {
    ...UNASKED,
    fact: {
      ...list.fact,
      id: contentKey('list-member', label.definite, member.text),
      kind: 'list-member',
      statement: `${capital(memberOf(label, member.text))}.`,
      spans: withIntro([member.span, place.intro], place),
      answer: member.text,
      answerSpan: member.span,
      members: [],
    },
    answerType: kindOf(member.text),
    answerClass: formOf(member.text),
    doubts: label.doubts,
    list: {
      factId: list.fact.id,
      ask: `Which of these ${label.beSingular} one of ${label.definite}?`,
      open: label.open,
      whole: wholeOf(list),
      kind: headKind(member.text),
    },
    group: list.group,
  }
}

/** "The norms of law were one of the four foundations …": the verb agrees with the member. */
function memberOf({ bePlural, beSingular, definite }: ListLabel, member: string): string {
  return `${member} ${isPluralMember(member) ? bePlural : beSingular} one of ${definite}`
}

/** A name of a type that the world knows more of; else only a member. */
function kindOf(member: string): AnswerKind {
  if (isGerund(member)) return 'gerund'
  const tokens = tagSentence(member)
  const { kind } = answerClassOf(tokens, { from: 0, to: tokens.length })
  return /^(?:person|country|city|river)$/.test(kind) ? kind : 'phrase'
}

/** The spans that are not inside another: of a list within one sentence, the sentence. */
const withIntro = (spans: readonly Span[], { also }: ListPlace): Span[] => [
  ...spans.filter(
    (span) => !spans.some((outer) => outer !== span && outer.start <= span.start && span.end <= outer.end),
  ),
  ...also,
]

/** What a member says in itself, asked inside the list's own statement. */
function gapClaims(list: Claim, label: ListLabel, member: Member, place: ListPlace): Claim[] {
  return memberGaps(member.text).map(({ gapped, answer, start, end }) => {
    const span = { start: member.span.start + start, end: member.span.start + end }
    const stem = `${capital(memberOf(label, member.text).replace(member.text, () => gapped))}.`
    const id = contentKey('property', label.definite, member.text, answer)
    const claim = memberClaim(list, label, member, place)
    return {
      ...claim,
      fact: { ...claim.fact, id, kind: 'property' as const, answer, answerSpan: span },
      answerType: 'term' as const,
      answerClass: 'member part',
      gapped: stem,
      list: null,
    }
  })
}

/** The list with its intro: what shows that something is not in it. */
const wholeOf = ({ fact }: Claim): Span => ({
  start: Math.min(...fact.spans.map(({ start }) => start)),
  end: Math.max(...fact.spans.map(({ end }) => end)),
})

const LONGEST_TYPED_WORDS = 4
const LONGEST_OTHER_WORDS = 6

/** The member to leave out when the others are shown: a short one of a closed list of short ones, always the same. */
function missingMember(list: Claim, label: ListLabel, members: readonly Member[]): Member | undefined {
  const words = ({ text }: Member) => text.split(' ').length
  if (label.open || members.some((member) => words(member) > LONGEST_OTHER_WORDS)) return undefined
  const short = members.filter((member) => words(member) <= LONGEST_TYPED_WORDS)
  return short[Number.parseInt(list.fact.id.slice(-4), 16) % Math.max(1, short.length)]
}

/** "The three states of matter are solid, _____ and gas." */
function leaveOut(label: ListLabel, members: readonly Member[], left: Member): string {
  const shown = members.map((member) => (member === left ? GAP : member.text))
  return `${capital(label.definite)} ${label.bePlural} ${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}.`
}
