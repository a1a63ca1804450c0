import { memberRanges } from '../../../language/english/coordination'
import { fullPhraseEnd, type Range } from '../../../language/english/phrases'
import { lowerAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import { GAP } from '../../../shared/gap-placeholder'
import { refersToLead } from '../answer-candidates/gap-claims'
import { answerClassOf, severalNames } from '../claims/answer-kind'
import { type Claim, close, makeClaim } from '../claims/claim'
import type { ReaderContext } from '../sentences/document-context'
import type { Sentence } from '../sentences/sentence'
import { unresolvedReference } from '../sentences/unresolved-reference'

const FEWEST = 3
const STEM_WORDS = 30

/** "relations with A, B, and C": a list of three or more in a sentence that needs no context, asked as a gap. */
export function coordinationClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const { tokens } = sentence
  const found = listsIn(sentence)
  if (found.length !== 1) return []
  const [list] = found
  if (!list || tokens.some(({ lower }) => /^(?:may|might|could|would)$/.test(lower))) return []
  const around = tokens.filter((_, n) => n < list.from || n >= list.to)
  if (
    unresolvedReference(around, { from: 0, to: around.length }, context) !== null ||
    unresolvedReference(tokens, list, context) !== null
  )
    return []
  const ranges = memberRanges(tokens, list)
  const members = ranges.map((part) => textOf(sentence.text, tokens, part))
  if (isMixed(members) || isLedByAdjective(tokens, ranges) || sharesHead(tokens, ranges)) return []
  const gapped = close(gappedAt(sentence, list))
  if (gapped.split(/\s+/).length > STEM_WORDS || around.length < 5) return []
  const { kind } = answerClassOf(tokens, list)
  return [
    makeClaim({
      kind: 'list',
      sentence,
      statement: close(sentence.text),
      subject: '',
      relation: 'list',
      answer: members.join('; '),
      at: list,
      answerType: severalNames(kind, members) ? kind : 'list',
      answerClass: 'list gap',
      members,
      question: gapped,
    }),
  ]
}

/** "teachers Bronisława, née Boguska, and Władysław": words before or after a name are no part of it. */
const isMixed = (members: readonly string[]): boolean =>
  members.some((member) => /^\p{Lu}/u.test(member)) && members.some((member) => /^\p{Ll}.* \p{Lu}\S*$/u.test(member))

/** "sufficient | air, water, minerals", "Thailand's | politics, economy, media": the adjective may be said of all. */
const isLedByAdjective = (tokens: Sentence['tokens'], [first, ...others]: readonly Range[]): boolean =>
  first !== undefined &&
  first.to - first.from > 1 &&
  (tokens[first.from]?.tag === 'ADJ' || tokens.slice(first.from, first.to).some(({ text }) => /^['’]s?$/.test(text))) &&
  others.every(({ from, to }) => to - from === 1)

/** "Latin, Etruscan, and Greek | elements", "… and steady U.S. Department | of Defense spending": what ends the last is of all, or goes on. */
const sharesHead = (tokens: Sentence['tokens'], ranges: readonly Range[]): boolean => {
  const [last, ...others] = [...ranges].reverse()
  if (!last || (lowerAt(tokens, last.to) === 'of' && tokens[last.to - 1]?.tag === 'PROPN')) return true
  const isBare = ({ from, to }: Range) => to - from === 1 && /^(?:ADJ|PROPN)$/.test(tokens[from]?.tag ?? '')
  return last.to - last.from > 1 && tokens[last.to - 1]?.tag === 'NOUN' && others.every(isBare)
}

function gappedAt(sentence: Sentence, list: Range): string {
  const start = sentence.tokens[list.from]?.start ?? 0
  const end = sentence.tokens[list.to - 1]?.end ?? 0
  return sentence.text.slice(0, start) + GAP + sentence.text.slice(end)
}

/** Coordinations that begin after a verb, a preposition or a colon and end before a mark or a preposition. */
function listsIn({ tokens }: Sentence): Range[] {
  const found: Range[] = []
  if (refersToLead(tokens)) return found
  for (let at = 1; at < tokens.length; at++) {
    if (!opensList(tokens, at)) continue
    const range = listAt(tokens, at)
    // "manufacturing of | paper, development of ink": the first member began before.
    if (
      range !== null &&
      lowerAt(tokens, at - 1) === 'of' &&
      tokens.slice(at, range.to).some(({ lower }) => lower === 'of')
    )
      continue
    if (range === null || open(tokens, range) || swallowsLead(tokens, range) || isWithinList(tokens, range)) continue
    found.push(range)
    at = range.to
  }
  return found
}

/** "ships, guided | missiles, …", "manufacturing of paper, development of | ink, …". */
const beganBefore = (tokens: Sentence['tokens'], at: number): boolean =>
  tokens[at - 2]?.text === ',' ||
  (tokens[at - 3]?.text === ',' && (lowerAt(tokens, at - 1) === 'of' || tokens[at - 1]?.tag !== 'ADP'))

function opensList(tokens: Sentence['tokens'], at: number): boolean {
  const before = tokens[at - 1]
  if (!before || !/^(?:ADP|VERB|AUX)$/.test(before.tag)) return false
  // "Bob Geldof, King Harald V of | Norway, …": the list began before; "conjugate gaze | palsy, …": within a phrase.
  if (before.lower === 'of' && /^\p{Lu}/u.test(tokens[at - 2]?.text ?? '')) return false
  // "a chronic cough with | sputum, fever and weight loss"
  if (beganBefore(tokens, at) || (before.lower === 'with' && tokens[at - 2]?.tag === 'NOUN')) return false
  return before.tag !== 'VERB' || !/^(?:ADJ|ADV)$/.test(tokens[at - 2]?.tag ?? '')
}

/** First without what follows the last member ("the rights, freedoms, and interests | of citizens"), then with "of …". */
function listAt(tokens: Sentence['tokens'], at: number): Range | null {
  for (const attach of [() => false, (word: string) => word === 'of']) {
    const range = { from: at, to: fullPhraseEnd(tokens, at, attach) }
    if (memberRanges(tokens, range).length >= FEWEST) return range
  }
  return null
}

/** "Even without the law, shops, banks and schools …": the first comma ends what leads. */
const swallowsLead = (tokens: Sentence['tokens'], { from, to }: Range): boolean => {
  const comma = tokens.findIndex(({ text }) => text === ',')
  return /^(?:ADP|ADV|SCONJ|VERB)$/.test(tokens[0]?.tag ?? '') && comma >= from && comma < to
}

/** "marked by ear flaps, long flippers, the ability to walk on | all fours, short hair and …": within another list. */
const isWithinList = (tokens: Sentence['tokens'], { from }: Range): boolean => {
  const verb = tokens.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX')
  return verb >= 0 && tokens.slice(verb, from).filter(({ text }) => text === ',').length > 1
}

/** "and other …" within or right after, "such as" before: not the whole list. */
function open(tokens: Sentence['tokens'], { from, to }: Range): boolean {
  const near = tokens.slice(Math.max(0, from - 2), to + 2).map(({ lower }) => lower)
  return (
    tokens.slice(0, from).some(({ lower }, n) => lower === 'such' && tokens[n + 1]?.lower === 'as') ||
    near.some((word) => /^(?:such|include|includes|included|including|like|e\.g|etc|example)$/.test(word)) ||
    /^(?:VERB|AUX|NOUN)$/.test(tokens[to]?.tag ?? '') ||
    /^(?:in|at|near|from|on)$/.test(tokens[to]?.lower ?? '') ||
    (tokens[from - 1]?.lower === 'as' && tokens[from - 2]?.lower === 'well')
  )
}
