import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp'
import { memoize } from '../../shared/memoize'
import { correctTags } from './correct-tags'
import type { Tag, Token } from './tokens'

const KNOWN = new Set([
  'NOUN',
  'PROPN',
  'PRON',
  'DET',
  'ADJ',
  'ADV',
  'VERB',
  'AUX',
  'ADP',
  'CCONJ',
  'SCONJ',
  'NUM',
  'PART',
  'PUNCT',
])

let wink: WinkMethods | null = null

// A list's members are looked at several times, and so are sentences that another states.
const MOST_REMEMBERED = 500

/** Tokens of one sentence with wink-nlp's tags, mended where its context says otherwise. Pure: the model is data. */
export const tagSentence: (sentence: string) => readonly Token[] = memoize(readTokens, MOST_REMEMBERED)

const WITH_STOP = /^\p{L}{3,}\.$/u

function readTokens(sentence: string): readonly Token[] {
  wink ??= winkNLP(model, ['pos'])
  const its = wink.its as unknown as {
    value: ItsFunction<string>
    pos: ItsFunction<string>
    lemma: ItsFunction<string>
  }
  const tokens = wink.readDoc(sentence).tokens()
  const values = tokens.out(its.value)
  const tags = tokens.out(its.pos)
  const lemmas = tokens.out(its.lemma)
  const raw: Token[] = []
  let from = 0
  for (const [n, text] of values.entries()) {
    const start = sentence.indexOf(text, from)
    if (start < 0 || text.trim() === '') continue
    from = start + text.length
    if (from === sentence.length && WITH_STOP.test(text)) {
      // "… than the Sun.": no abbreviation of Sunday at the end.
      const end = from - 1
      const word = text.slice(0, -1)
      raw.push({ text: word, lower: word.toLowerCase(), start, end, tag: tagOf(tags[n]), lemma: word.toLowerCase() })
      raw.push({ text: '.', lower: '.', start: end, end: from, tag: 'PUNCT', lemma: '.' })
      continue
    }
    raw.push({ text, lower: text.toLowerCase(), start, end: from, tag: tagOf(tags[n]), lemma: lemmas[n] ?? text })
  }
  return correctTags(joinHyphens(raw, sentence))
}

const tagOf = (tag: string | undefined): Tag => (tag !== undefined && KNOWN.has(tag) ? (tag as Tag) : 'OTHER')

/** "geo", "-", "economic" → one token with the last part's tag; possessive 's stays apart. */
function joinHyphens(tokens: readonly Token[], sentence: string): Token[] {
  const joined: Token[] = []
  for (const [n, token] of tokens.entries()) {
    const last = joined.at(-1)
    if (last && last.end === token.start && (glues(last, token) || isDashed(last, token, tokens[n + 1])))
      joined[joined.length - 1] = glue(last, token, sentence)
    else joined.push(token)
  }
  return joined
}

function glue(left: Token, right: Token, sentence: string): Token {
  const text = sentence.slice(left.start, right.end)
  const lower = text.toLowerCase()
  return {
    text,
    lower,
    start: left.start,
    end: right.end,
    tag: tagOfGlued(left, right),
    lemma: lower,
  }
}

/** "Mah", "ā", "bh": the tagger ends a word at letters that it does not know. "do", "n't" is rightly two. */
const isInsideWord = (left: Token, right: Token): boolean =>
  /[\p{L}\p{N}]\p{M}*$/u.test(left.text) &&
  /^[\p{L}\p{N}\p{M}]/u.test(right.text) &&
  !(/[a-z\d]$/i.test(left.text) && /^[a-z\d]/i.test(right.text))

function tagOfGlued(left: Token, right: Token): Tag {
  if (!isInsideWord(left, right)) return /^[-–]$/.test(right.text) ? left.tag : right.tag
  return /^\p{Lu}/u.test(left.text) ? 'PROPN' : 'NOUN'
}

/** "C–H bonds", "London–Paris": a dash between letters without a blank ends no clause. */
const isDashed = (left: Token, dash: Token, next: Token | undefined): boolean =>
  dash.text === '–' && next?.start === dash.end && /\p{L}$/u.test(left.text) && /^\p{L}/u.test(next.text)

function glues(left: Token, right: Token): boolean {
  if (isInsideWord(left, right)) return true
  if (/\p{L}–$/u.test(left.text)) return /^\p{L}/u.test(right.text)
  if (right.text === '–' || left.text.endsWith('–'))
    return /^[\d.,]+–?$/.test(left.text) && /^(?:–|[\d.,]+)$/.test(right.text)
  if (right.text === '-') return /[\p{L}\p{N}]$/u.test(left.text)
  return left.text.endsWith('-') && left.text.length > 1 && /^[\p{L}\p{N}]/u.test(right.text)
}
