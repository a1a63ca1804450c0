import type { Block, DocumentFormat, Span, StructuredDocument } from '../../../document/document'
import { contentKey } from '../../../fact/content-key'
import { memberRanges } from '../../../language/english/coordination'
import type { AnswerKind } from '../../../language/english/names'
import { tagSentence } from '../../../language/english/tagger'
import { capital, textOf } from '../../../language/english/word-case'
import { passageOf, spanIn } from '../../../language/text-without-marks'
import { answerClassOf } from '../claims/answer-kind'
import { type Claim, UNASKED } from '../claims/claim'
import type { ReaderContext } from '../sentences/document-context'
import { type Sentence, spanOf } from '../sentences/sentence'
import { type ListLabel, readClauseLabel, readLabel, singularLabel } from './list-label'
import { formOf, headKind, isGerund, isPluralMember, type ListPlace, type Member } from './list-members'
import { descriptions, glossaryClaims } from './member-definitions'

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
  if (!passage || label === null || (label.count !== null && label.count !== members.length))
    return glossaryClaims(members, heading)
  return claimsOfList(label, members, { intro: spanIn(passage, label.from, passage.text.length), heading })
}

/** "S is made of three parts: A, B, and C": read as a list under its intro, when the number is the members'. */
export function inlineListClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const { tokens, text } = sentence
  const colon = tokens.findIndex(({ text: mark }) => mark === ':')
  const stop = tokens.findIndex(({ text: mark }, n) => n > colon && /^[.;:!?—–]$/.test(mark))
  // Nothing may follow the members.
  if (colon < 0 || stop < tokens.length - 1) return []
  const members = memberRanges(tokens, { from: colon + 1, to: stop }, true).map((range) => ({
    text: textOf(text, tokens, range),
    span: spanOf(sentence, tokens[range.from]?.start ?? 0, tokens[range.to - 1]?.end ?? 0),
    definition: null,
  }))
  const label = readClauseLabel(text.slice(0, tokens[colon]?.end), 0, members.length, context)
  return label ? claimsOfList(label, members, { intro: sentence.span, heading: sentence.heading }) : []
}

/** The list, each member, and what is said of the members. */
function claimsOfList(label: ListLabel, members: readonly Member[], { intro, heading }: ListPlace): Claim[] {
  const list = listClaim(label, members, { intro, heading })
  const each = members.map((member) => memberClaim(list, label, member, { intro, heading }))
  const described = descriptions(members, {
    heading,
    group: list.fact.id,
    kind: singularLabel(label.bare),
    intro: [intro],
  })
  return [list, ...each, ...described]
}

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
      spans: outermost([place.intro, ...members.map(({ span }) => span)]),
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
      spans: outermost([member.span, place.intro]),
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
const outermost = (spans: readonly Span[]): Span[] =>
  spans.filter((span) => !spans.some((outer) => outer !== span && outer.start <= span.start && span.end <= outer.end))

/** The list with its intro: what shows that something is not in it. */
const wholeOf = ({ fact }: Claim): Span => ({
  start: Math.min(...fact.spans.map(({ start }) => start)),
  end: Math.max(...fact.spans.map(({ end }) => end)),
})
