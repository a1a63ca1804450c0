import { lowerAt, tagAt } from '../../../language/english/at'
import { memberRanges } from '../../../language/english/coordination'
import { isPlural, nounKind } from '../../../language/english/lexicon'
import { fullPhraseEnd, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { inner, textOf } from '../../../language/english/surface'
import type { Token } from '../../../language/english/tagger'
import type { Claim } from '../claims/claim'
import { close, makeClaim } from '../claims/make-claim'
import type { Known } from '../sentences/reader-context'
import type { Sentence } from '../sentences/sentence'
import { danglingIn } from '../sentences/unresolved-reference'

/** "barbaric methods such as A and B": what the text names as examples. The list is open: only what is named is asked. */
export function exampleClaims(sentence: Sentence, known: Known): Claim[] {
  const { tokens } = sentence
  const at = tokens.findIndex(
    ({ lower }, n) => (lower === 'such' && tokens[n + 1]?.lower === 'as') || (lower === 'including' && n > 1),
  )
  if (at < 1) return []
  const from = tokens[at]?.lower === 'such' ? at + 2 : at + 1
  const kind = phraseBefore(sentence, tokens[at - 1]?.text === ',' ? at - 1 : at)
  const range = { from, to: fullPhraseEnd(tokens, from, (word) => /^(?:of|in|for|to|with|against)$/.test(word)) }
  const members = memberRanges(tokens, range)
  if (
    !kind ||
    members.length < 2 ||
    danglingIn(tokens, kind, known) !== null ||
    danglingIn(tokens, range, known) !== null
  )
    return []
  const next = tokens[range.to]
  if (next && next.tag !== 'PUNCT') return []
  if (lowerAt(tokens, kind.from - 1) === 'of' || lowerAt(tokens, kind.from - 2) === 'of') return []
  const texts = members.map((member) => textOf(sentence.text, tokens, member))
  const name = inner(sentence.text, tokens, kind, known.words)
  return [
    makeClaim({
      kind: 'list',
      sentence,
      statement: close(sentence.text),
      subject: name,
      relation: 'such as',
      answer: texts.join('; '),
      at: range,
      answerType: 'list',
      like: 'list examples',
      members: texts,
      open: true,
      question: `What examples of ${name} does the text name?`,
    }),
  ]
}

/** A plural noun phrase of two words or more that ends here, with its "of …" if it has one. */
function phraseBefore({ tokens }: Sentence, end: number): Range | null {
  for (let from = Math.max(0, end - 7); from < end; from++) {
    const inside =
      /^(?:NOUN|PROPN|ADJ|NUM|DET|CCONJ)$/.test(tagAt(tokens, from - 1)) || lowerAt(tokens, from - 1) === 'of'
    if (inside || fullPhraseEnd(tokens, from, (word) => word === 'of') !== end) continue
    const start = /^(?:DET|PRON)$/.test(tagAt(tokens, from)) ? from + 1 : from
    const head = lowerAt(tokens, nounPhraseEnd(tokens, from) - 1)
    return isKind(tokens.slice(start, end), head) ? { from: start, to: end } : null
  }
  return null
}

const UNTOLD =
  /^(?:[a-z]{2,}(?<!m)er|new|more|important|major|common|similar|different|great|specialized|additional|large|small|key|other|many|some|several|various|certain|these|those)$/

/** Two words or more, headed by a plural, that say by themselves what the examples are of. */
const isKind = (phrase: readonly Token[], head: string): boolean =>
  phrase.length >= 2 &&
  isPlural(head) &&
  nounKind(head) !== 'time' &&
  !phrase.some(({ tag, text, lower }) => tag === 'CCONJ' || text === ',' || UNTOLD.test(lower))
