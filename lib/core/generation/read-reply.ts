import { z } from 'zod'
import type { ItemType } from '../question-types/registry'
import { GAP } from '../shared/gap-placeholder'
import { withoutThinking } from '../shared/without-thinking'

/** The longest reply of a model that is read, in UTF-16 code units, and the most entries that are taken from it. */
const LONGEST_REPLY = 262_144
const MOST_ENTRIES = 40

export type ReadReply<T> = {
  readonly entries: readonly T[]
  /** How many could not be read. */
  readonly unreadable: number
  /** How many came after the most that are taken. */
  readonly leftOut: number
}

/**
 * The objects in a reply that begin with one of the names. Each is read by itself, so that a fault in one, or a reply that was
 * cut off, loses nothing else. Text, fences and thoughts around the JSON are passed over. Never throws.
 */
export function readObjects<T>(
  reply: string,
  names: readonly string[],
  schema: z.ZodType<T>,
  most = MOST_ENTRIES,
): ReadReply<T> {
  const text = withoutThinking(reply.slice(0, LONGEST_REPLY))
  const begin = new RegExp(`\\{\\s*["“”'«]?(?:${names.join('|')})["“”'»]?\\s*:`, 'gi')
  const starts = [...text.matchAll(begin)].map(({ index }) => index)
  const read = starts
    .slice(0, most)
    .map((start, at) => schema.safeParse(parseObject(text.slice(start, starts[at + 1]))))
  const entries = read.flatMap((result) => (result.success ? [result.data] : []))
  return { entries, unreadable: read.length - entries.length, leftOut: starts.length - read.length }
}

// An item of a model has few closing braces; more would be no item.
const MOST_BRACES = 60

/** The shortest beginning of a text that is a JSON object, after mending what models write; null where none is. */
function parseObject(text: string): unknown {
  let end = -1
  for (let n = 0; n < MOST_BRACES; n++) {
    end = text.indexOf('}', end + 1)
    if (end < 0) return null
    const piece = text.slice(0, end + 1)
    const value = parse(piece) ?? parse(mended(piece))
    if (value !== null) return value
  }
  return null
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Curly quotes around names and values, commas before a bracket, line breaks inside a string, single quotes. */
function mended(json: string): string {
  const plain = json
    .replace(/([{[,:]\s*)[“”„]/g, '$1"')
    .replace(/[“”](\s*[}\],:])/g, '"$1')
    .replace(/([{,]\s*)'([\w-]+)'(\s*:)/g, '$1"$2"$3')
    .replace(/,(\s*[}\]])/g, '$1')
  return plain.replace(/"(?:[^"\\]|\\.)*"/g, (string) => string.replace(/[\n\r\t]+/g, ' '))
}

/** An item as a model or an assistant writes it, before anything is checked. */
export type Proposal = {
  /** The numbers of its sentences; empty where none was named. */
  readonly sentences: readonly number[]
  readonly quote: string
  /** Null where the name is not one of ours. */
  readonly type: ItemType | null
  readonly stem: string
  readonly key: readonly string[]
  /** Other ways in which the only answer is written, as many as are read. */
  readonly also: readonly string[]
  readonly wrong: readonly { readonly text: string; readonly why: string }[]
}

const Text = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim())
const Texts = z.union([z.array(Text), Text.transform((text) => [text])])
const Numbers = z.union([z.array(z.coerce.number()), z.coerce.number().transform((number) => [number])]).catch([])
const Wrong = z.union([
  Text.transform((text) => ({ text, why: '' })),
  z.object({ text: Text, why: Text.catch('') }).transform(({ text, why }) => ({ text, why })),
])

const ProposedItem = z
  .object({
    sentence: Numbers.optional(),
    sentences: Numbers.optional(),
    quote: Text.catch('').optional(),
    type: Text.optional(),
    question: Text.optional(),
    stem: Text.optional(),
    front: Text.optional(),
    answers: Texts.optional(),
    answer: Texts.optional(),
    back: Texts.optional(),
    also: Texts.catch([]).optional(),
    wrong: z.array(Wrong).catch([]).optional(),
    options: z.array(Text).catch([]).optional(),
  })
  .transform((item, context): Proposal => {
    const stem = item.question ?? item.stem ?? item.front ?? ''
    const answers = (item.answers ?? item.answer ?? item.back ?? []).filter((answer) => answer !== '')
    if (stem === '' || answers.length === 0) {
      context.addIssue({ code: 'custom', message: 'no question or no answer' })
      return z.NEVER
    }
    const wrong = item.wrong?.length ? item.wrong : (item.options ?? []).map((text) => ({ text, why: '' }))
    return proposal({
      sentences: item.sentence ?? item.sentences ?? [],
      quote: item.quote ?? '',
      type: item.type ?? guessType(stem, answers, wrong.length),
      stem,
      answers,
      also: item.also ?? [],
      wrong,
    })
  })

/** The items of a reply that is JSON, however it is wrapped. */
export const readProposals = (reply: string, most = MOST_ENTRIES): ReadReply<Proposal> =>
  readObjects(reply, PROPOSAL_NAMES, ProposedItem, most)

export const PROPOSAL_NAMES = ['sentence', 'sentences', 'quote', 'type', 'question', 'stem', 'front', 'answers?']

/** An item with its type, gaps and truth written as ours are. */
export function proposal(read: {
  readonly sentences: readonly number[]
  readonly quote: string
  readonly type: string
  readonly stem: string
  readonly answers: readonly string[]
  readonly also?: readonly string[]
  readonly wrong: Proposal['wrong']
}): Proposal {
  const named = typeOf(read.type)
  const stem = read.stem.replace(ANY_GAP, GAP).replace(/\s+/g, ' ').trim()
  const key = read.answers.map((answer) => answer.replace(/\s+/g, ' ').trim())
  const type = named === 'cloze' && key.length > 1 ? 'gaps' : named
  return {
    sentences: read.sentences.filter((number) => Number.isInteger(number)),
    quote: read.quote,
    type,
    stem,
    key:
      type === 'true-false' ? key.map(truthOf) : type === 'choice' || type === 'multiple' ? key : key.map(withoutStop),
    also: (read.also ?? [])
      .map(withoutStop)
      .filter((form) => form !== '' && form.length <= LONGEST_FORM && !key.includes(form))
      .slice(0, MOST_FORMS),
    wrong: read.wrong.filter(({ text }) => text !== '' && !key.includes(text)),
  }
}

// Each form is compared with the document; the length is in UTF-16 code units, as of what is typed.
const MOST_FORMS = 6
const LONGEST_FORM = 100

const ANY_GAP = /_{2,}|\.{4,}|…{2,}|\[(?:\.\.\.|…|blank|gap|пропуск)\]|\{\{.{0,200}?\}\}/gi

const withoutStop = (text: string): string =>
  /^[^.]+\.$/.test(text) && text.split(' ').length <= 6 && !/\b\p{Lu}\.$/u.test(text) ? text.slice(0, -1) : text

const TYPES: readonly (readonly [RegExp, ItemType])[] = [
  [/^(?:flash-?card|card|basic)s?$/, 'flashcard'],
  [/^(?:choice|single(?:-choice)?|multiple-choice|mcq|one-of)$/, 'choice'],
  [/^(?:multiple(?:-answers?|-select|-response)?|several|checkbox(?:es)?)$/, 'multiple'],
  [/^(?:true-false|true-or-false|tf|t-f|statement|boolean)$/, 'true-false'],
  [/^(?:cloze|gap|gap-fill|fill(?:-in)?(?:-the)?(?:-(?:blank|gap)s?)?)$/, 'cloze'],
  [/^gaps$/, 'gaps'],
  [/^(?:short-answer|short|typed|open|question)$/, 'short-answer'],
  [/^(?:numeric|number|numerical)$/, 'numeric'],
  [/^(?:matching|match|pairs)$/, 'matching'],
  [/^(?:ordering|order|sequence)$/, 'ordering'],
]

/** The type that a model or a person means by a name; null where it is none of ours. */
export function typeOf(name: string): ItemType | null {
  const plain = name.toLowerCase().replace(/[\s_/]+/g, '-')
  return TYPES.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

const TRUE = /^(?:true|t|yes|correct|верно|правда|да|туура|ооба|чын)$/i
const FALSE = /^(?:false|f|no|incorrect|wrong|неверно|ложь|нет|туура эмес|жок|жалган)$/i
const truthOf = (said: string): string => (TRUE.test(said) ? 'True' : FALSE.test(said) ? 'False' : said)

function guessType(stem: string, answers: readonly string[], wrong: number): string {
  if (answers.length === 1 && (TRUE.test(answers[0] ?? '') || FALSE.test(answers[0] ?? ''))) return 'true-false'
  if (wrong > 0) return answers.length > 1 ? 'multiple' : 'choice'
  return stem.search(ANY_GAP) >= 0 ? 'cloze' : typeOfAnswer(stem, answers)
}

/** How to ask for an answer of which nobody said it: a number with its unit and a name or term are typed, if they are short (`locateDraft`); the rest is recalled. */
export function typeOfAnswer(question: string, [answer = '', ...more]: readonly string[]): ItemType {
  if (more.length > 0 || ASKS_REASON.test(question) || IS_REASON.test(answer)) return 'flashcard'
  return AMOUNT.test(answer) ? 'numeric' : 'short-answer'
}

const ASKS_REASON =
  /^(?:why|how(?! (?:big|deep|far|fast|heavy|high|large|long|many|much|often|old|tall|wide))|почему|зачем|для чего)(?!\p{L})|(?<!\p{L})(?:эмне үчүн|эмнеге|кантип)(?!\p{L})/iu
const IS_REASON = /^(?:because|by|so that|to|потому|чтобы|из-за)(?!\p{L})/iu
/** "278", "1,375 kilometres", "about 4.5 %"; no "19th century" and no "1890s". */
const AMOUNT = /^(?:about )?[$€£]?\d[\d\s.,]*(?![\d.,]|s\b|st\b|nd\b|rd\b|th\b)(?: ?(?:%|°?\p{L}[\p{L}²³/]*)){0,3}$/iu
