import { meaningfulWords, shareIn } from '../check/words-of-languages'
import type { Span, StructuredDocument } from '../document/document'
import { wordsOf } from '../language/english/content-words'
import { numberValue } from '../language/english/numbers'
import { pairLine } from '../question-types/matching/pair'
import { type ItemType, isArrangement, isStatement } from '../question-types/registry'
import { countWords } from '../shared/count-words'
import { acceptedForms, soundForms } from './accepted-forms'
import { type Draft, type FinderName, MOST_TYPED_WORDS, type WrongOption } from './draft'
import { hasWords, isInQuote } from './key-in-quote'
import type { Proposal } from './read-reply'
import type { Refusal, RefusalCode } from './refusal'
import { sentencesSharing, sentenceWords } from './sentence-words'
import { type NumberedSentence, sentencesToAsk } from './sentences-to-ask'

export type Located = { readonly draft: Draft } | { readonly refusal: Refusal }

type Source = {
  readonly finder: FinderName
  readonly document: StructuredDocument
  /** The sentences that may be quoted: of a window its own, of a pasted reply all. */
  readonly sentences: readonly NumberedSentence[]
}

/** A proposal as a draft whose proof is located in the document, or why it is refused. */
export function locateDraft(proposal: Proposal, source: Source): Located {
  const { stem, key } = proposal
  const span = source.sentences.find(({ number }) => number === proposal.sentences[0])?.span ?? null
  const refuse = (code: RefusalCode, values: Refusal['values'] = {}): Located => ({
    refusal: { finder: source.finder, code, values, span, stem, key: key.join(', ') },
  })
  const type = namedType(proposal)
  if (type === null) return refuse('unknown-type')
  if (!isWellFormed(type, proposal)) return refuse('unreadable')
  const found = proofOf(proposal, source)
  if (typeof found === 'string') return refuse(found)
  const quotes = found.map((sentence) => sentence.text).join(' ')
  const missing = isStatement(type) ? undefined : key.find((entry) => !isInQuote(entry, quotes))
  if (missing !== undefined) return refuse('key-not-in-quote', { key: missing })
  const forms = key.length === 1 ? soundForms(proposal, quotes, source.document) : []
  return { draft: draftOf({ ...proposal, type: askedAs(type, proposal, forms) }, { found, quotes, forms }, source) }
}

/** "four thousand miles" is typed as words. */
const namedType = ({ type, key }: Proposal): ItemType | null =>
  type === 'numeric' && key.length === 1 && !isNumber(key[0] ?? '') ? 'short-answer' : type

/** What people write in several ways is recalled, not typed: a long answer, or one with another form that the document uses for something else. */
function askedAs(type: ItemType, { key, also }: Proposal, forms: readonly string[]): ItemType {
  const [only = '', ...more] = key
  const isTyped = type === 'short-answer' && more.length === 0
  return isTyped && (countWords(only) > MOST_TYPED_WORDS || forms.length < also.length) ? 'flashcard' : type
}

const isNumber = (key: string): boolean => /\d/.test(key) || numberValue(key) !== null

type Proof = {
  readonly found: readonly NumberedSentence[]
  /** Their words. */
  readonly quotes: string
  /** Of the other forms that the proposal names, those that count. */
  readonly forms: readonly string[]
}

function draftOf(
  { type, stem, key, wrong }: Proposal & { readonly type: ItemType },
  { found, quotes, forms }: Proof,
  source: Source,
): Draft {
  const { text } = source.document
  return {
    finder: source.finder,
    type,
    stem,
    key: type === 'matching' ? key.map(pairLine) : key,
    accepted:
      isStatement(type) || isArrangement(type)
        ? key.map(() => [])
        : key.map((entry) => [...new Set([...acceptedForms(entry, stem, source.document), ...forms])]),
    wrong: wrong.map((option) => wrongOption(option.text, option.why, source)),
    evidence: found.map((sentence) => sentence.span),
    answerSpan: isStatement(type) || key.length > 1 ? null : spanOfKey(key[0] ?? '', found, text),
    explanation: quotes,
    score: SCORE,
    doubts: [],
  }
}

const SCORE = 0.7

/** A wrong option with the first sentence that has all of its words. */
function wrongOption(text: string, reason: string, { sentences }: Source): WrongOption {
  const plain = wordsOf(text).join(' ')
  const said =
    plain === '' ? undefined : sentences.find((sentence) => sentenceWords(sentence).plain.includes(` ${plain} `))
  return { text, reason, evidence: said?.span ?? null }
}

const LEAST_ARRANGED = 3

const gapsIn = (stem: string): number => stem.split('_____').length - 1
const hasAllGaps = ({ stem, key }: Proposal): boolean => gapsIn(stem) === key.length
const isArranged = ({ key }: Proposal): boolean => key.length >= LEAST_ARRANGED

/** What the key and the wrong options of a type need to be; of a type that is not named here they may be anything. */
const FORMS: Readonly<Partial<Record<ItemType, (proposal: Proposal) => boolean>>> = {
  cloze: hasAllGaps,
  gaps: hasAllGaps,
  'true-false': ({ key }) => key.length === 1 && /^(?:True|False)$/.test(key[0] ?? ''),
  choice: ({ key, wrong }) => key.length === 1 && wrong.length > 0,
  multiple: ({ wrong }) => wrong.length > 0,
  numeric: ({ key: [key = '', ...more] }) => more.length === 0 && isNumber(key),
  matching: (proposal) => isArranged(proposal) && proposal.key.every((line) => pairLine(line).includes(' → ')),
  ordering: isArranged,
}

const isWellFormed = (type: ItemType, proposal: Proposal): boolean => FORMS[type]?.(proposal) ?? true

/** The sentences that prove a proposal: those it names, that it quotes, or the one that has its key and most of its stem. */
function proofOf(proposal: Proposal, source: Source): readonly NumberedSentence[] | RefusalCode {
  const { document, sentences } = source
  if (proposal.sentences.length > 0) {
    const named = proposal.sentences.flatMap((number) => sentences.find((sentence) => sentence.number === number) ?? [])
    if (named.length < proposal.sentences.length) return 'unknown-sentence'
    const isQuoted = proposal.quote === '' || named.some((sentence) => holds(sentence, proposal.quote))
    return isQuoted ? withLists(named, proposal, document) : 'quote-not-found'
  }
  if (proposal.quote === '') return findProof(proposal, sentences, document)
  const [only, ...more] = sentences.filter((sentence) => holds(sentence, proposal.quote))
  if (!only) return 'quote-not-found'
  return more.length > 0 ? 'quote-ambiguous' : withLists([only], proposal, document)
}

/** The same words once quotes, dashes, case and spaces are made plain. */
const holds = (sentence: NumberedSentence, quote: string): boolean => hasWords(sentenceWords(sentence).plain, quote)

const MOST = 0.5
const SOME = 0.3

/** Where a reply names no sentence: the only one that has the key and the most words of the stem, which names the title or a heading too. */
function findProof(
  proposal: Proposal,
  sentences: readonly NumberedSentence[],
  document: StructuredDocument,
): readonly NumberedSentence[] | RefusalCode {
  const isTruth = proposal.type === 'true-false'
  const own = new Set(sentences)
  const asked = meaningfulWords(proposal.stem)
  const isNamed = (sentence: NumberedSentence): boolean => {
    const place = [document.title, ...sentence.headingPath].join(' ')
    return shareIn(asked, [...sentenceWords(sentence).meaningful, ...meaningfulWords(place)]) >= MOST
  }
  const fits = sentencesSharing(asked, SOME, document)
    .filter(({ sentence }) => own.has(sentence))
    .filter(({ sentence, share }) =>
      isTruth ? share >= MOST : isNamed(sentence) && proposal.key.every((key) => isInQuote(key, sentence.text)),
    )
    .sort((a, b) => b.share - a.share)
  const [best, next] = fits
  if (!best) return 'no-sentence-found'
  return next && next.share >= best.share ? 'quote-ambiguous' : withLists([best.sentence], proposal, document)
}

/** A member with the sentence that introduces it; the whole list where the key is in several members. */
function withLists(
  named: readonly NumberedSentence[],
  { key, type }: Proposal,
  document: StructuredDocument,
): readonly NumberedSentence[] {
  const all = sentencesToAsk(document)
  const isShown = (sentences: readonly NumberedSentence[]) =>
    type === 'true-false' || key.every((entry) => isInQuote(entry, sentences.map(({ text }) => text).join(' ')))
  const introduced = inOrder(
    named.flatMap((sentence) => [...all.filter(({ number }) => number === sentence.intro), sentence]),
  )
  if (isShown(introduced)) return introduced
  const lists = named.flatMap(({ number, intro }) =>
    all.filter((sentence) => sentence.intro !== null && (sentence.intro === number || sentence.intro === intro)),
  )
  const whole = inOrder([...introduced, ...lists])
  return isShown(whole) ? whole : introduced
}

const inOrder = (sentences: readonly NumberedSentence[]): NumberedSentence[] =>
  [...new Set(sentences)].sort((a, b) => a.number - b.number)

function spanOfKey(key: string, sentences: readonly NumberedSentence[], text: string): Span | null {
  const inOrderOfWords = (key.match(/[\p{L}\p{N}]+/gu) ?? []).join('[^\\p{L}\\p{N}]+')
  if (inOrderOfWords === '') return null
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${inOrderOfWords}(?![\\p{L}\\p{N}])`, 'iu')
  for (const { span } of sentences.toReversed()) {
    const found = pattern.exec(text.slice(span.start, span.end))
    if (found) return { start: span.start + found.index, end: span.start + found.index + found[0].length }
  }
  return null
}
