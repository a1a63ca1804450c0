import type { Block, DocumentFormat, Span, StructuredDocument } from '../document/document'
import { numberWord } from '../language/english/number-words'
import { tagSentence } from '../language/english/tagger'
import { passageOf, spanIn } from '../language/passage'
import { likenessOf } from './answer-like'
import type { Claim } from './claim'
import { contentKey } from './content-key'
import type { Known } from './known'
import { type ListLabel, readIntro } from './list-intro'
import { memberGaps } from './member-claims'

type ListBlock = Extract<Block, { kind: 'list' }>
type Member = { readonly text: string; readonly span: Span }

const LONGEST_MEMBER_WORDS = 25
// Nobody recalls a longer list as one fact.
const MOST_MEMBERS = 20

/** Facts of a bulleted list under an intro: the list, how many members it has, and each member. */
export function listClaims(
  document: StructuredDocument,
  format: DocumentFormat,
  block: ListBlock,
  heading: string,
  known: Known,
): Claim[] {
  if (block.intro === null) return []
  const intro = passageOf(document.text, block.intro, format)
  const label = readIntro(intro.text, known)
  const members = readMembers(document, format, block)
  if (label === null || members === null || (label.count !== null && label.count !== members.length)) return []
  const introSpan = spanIn(intro, label.from, intro.text.length)
  const list = listClaim(label, members, introSpan, heading)
  const each = members.flatMap((member) => [
    memberClaim(list, label, member, introSpan),
    ...gapClaims(list, label, member, introSpan, known),
  ])
  return label.open ? [list, ...each] : [list, countClaim(list, label, members, introSpan), ...each]
}

/** Members as phrases; null when any is a sentence or too long: then the list is prose with bullets. */
export function readMembers(document: StructuredDocument, format: DocumentFormat, block: ListBlock): Member[] | null {
  if (block.members.length > MOST_MEMBERS) return null
  const members: Member[] = []
  for (const span of block.members) {
    const passage = passageOf(document.text, span, format)
    const text = passage.text.replace(/[;,]\s*(?:and|or)$|[;,.]$/, '')
    const words = text.split(' ').length
    if (text === '' || words > LONGEST_MEMBER_WORDS || isSentence(text, passage.text)) return null
    members.push({ text, span: spanIn(passage, 0, text.length) })
  }
  return members.length >= 2 ? members : null
}

function isSentence(text: string, raw: string): boolean {
  if (/[.!?]\s+\p{Lu}/u.test(text) || /:\s/.test(text)) return true
  const finite = tagSentence(text).some(({ tag }) => tag === 'AUX')
  return finite && raw.endsWith('.') && /^\p{Lu}/u.test(text)
}

function listClaim(label: ListLabel, members: readonly Member[], intro: Span, heading: string): Claim {
  const texts = members.map(({ text }) => text)
  const answer = texts.join('; ')
  const statement = `${capital(label.definite)} ${label.be} ${texts.join('; ')}.`
  return {
    fact: {
      id: contentKey('list', label.definite, answer),
      kind: 'list',
      statement,
      spans: [intro, ...members.map(({ span }) => span)],
      subject: label.definite,
      relation: label.be,
      answer,
      answerSpan: null,
      members: texts,
      open: label.open,
      heading,
    },
    answerType: 'list',
    like: 'list',
    sure: label.sure,
    question: label.question ?? `What ${label.be} ${label.definite}?`,
    gapped: null,
    cloze: null,
    reverse: null,
    list: null,
    multiple: label.question ?? `Which of these ${label.be} among ${label.definite}?`,
    exact: false,
  }
}

function countClaim(list: Claim, label: ListLabel, members: readonly Member[], intro: Span): Claim {
  const count = numberWord(members.length)
  const last = members.at(-1)?.span ?? intro
  return {
    ...list,
    fact: {
      ...list.fact,
      id: contentKey('count', label.definite, count),
      kind: 'count',
      statement: label.statement ?? `The text lists ${count} ${label.bare}.`,
      spans: [{ start: intro.start, end: last.end }],
      relation: 'lists',
      answer: count,
      members: [],
    },
    answerType: 'number',
    multiple: null,
    exact: true,
    like: 'count',
    question: label.howMany ?? `How many ${label.bare} does the text list?`,
  }
}

function memberClaim(list: Claim, label: ListLabel, member: Member, intro: Span): Claim {
  const gerund = /^\p{Ll}+ing\b/u.test(member.text)
  return {
    fact: {
      ...list.fact,
      id: contentKey('list-member', label.definite, member.text),
      kind: 'list-member',
      statement: `One of ${label.definite} ${label.one} ${member.text}.`,
      spans: [member.span, intro],
      answer: member.text,
      answerSpan: member.span,
      members: [],
    },
    answerType: gerund ? 'gerund' : 'phrase',
    like: gerund ? 'gerund' : formOf(member.text),
    sure: label.sure,
    question: null,
    gapped: null,
    cloze: null,
    reverse: null,
    multiple: null,
    list: {
      factId: list.fact.id,
      ask: `Which of these ${label.one} one of ${label.definite}?`,
      open: label.open,
      whole: wholeOf(list),
    },
    exact: false,
  }
}

/** What a member says in itself, asked inside the list's own statement. */
function gapClaims(list: Claim, label: ListLabel, member: Member, intro: Span, known: Known): Claim[] {
  return memberGaps(member.text, known).map(({ gapped, answer, start, end }) => {
    const span = { start: member.span.start + start, end: member.span.start + end }
    const stem = `One of ${label.definite} ${label.one} ${gapped}.`
    const id = contentKey('property', label.definite, member.text, answer)
    return {
      ...memberClaim(list, label, member, intro),
      fact: {
        ...memberClaim(list, label, member, intro).fact,
        id,
        kind: 'property' as const,
        answer,
        answerSpan: span,
      },
      answerType: 'term' as const,
      like: 'member part',
      gapped: stem,
      cloze: { gapped: stem, gaps: [answer], factIds: [id] },
      list: null,
    }
  })
}

/** Members of rival lists stand beside each other when they are built alike; what they are, their lists say. */
function formOf(member: string): string {
  const tokens = tagSentence(member)
  const { like } = likenessOf(tokens, { from: 0, to: tokens.length })
  return `member ${like.replace(/^term \S+/, 'term')}`
}

/** The list with its intro: what shows that something is not in it. */
const wholeOf = ({ fact }: Claim): Span => ({
  start: Math.min(...fact.spans.map(({ start }) => start)),
  end: Math.max(...fact.spans.map(({ end }) => end)),
})

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
