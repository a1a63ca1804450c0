import { listedWith } from '../../lib/core/check/check-meaning-kept'
import { meaningfulWords, shareIn } from '../../lib/core/check/words-of-languages'
import type { Span } from '../../lib/core/document/document'
import type { Proposal } from '../../lib/core/generation/read-reply'
import type { NumberedSentence } from '../../lib/core/generation/sentences-to-ask'
import { matchNumber, matchText } from '../../lib/core/grading/match-text'
import { acceptedAnswers } from '../../lib/core/item/accepted-answers'
import { wordsOf } from '../../lib/core/language/english/content-words'
import { numberInWords, valueOfWord } from '../../lib/core/language/english/numbers'
import type { RandomSource } from '../../lib/core/shared/random'
import { inRandomOrder } from '../engine/sampling'
import { locate, type RecordedWindow } from './proposals'

export const MUTATIONS = [
  'key-swapped',
  'figure-changed',
  'denial-changed',
  'quote-moved',
  'second-right-option',
  'other-language',
  'invented',
] as const
export type Mutation = (typeof MUTATIONS)[number]

/** What a mutation draws from: the window of the proposal, and the keys of its own document and of others. */
export type Surroundings = {
  readonly recorded: RecordedWindow
  readonly ownKeys: readonly string[]
  readonly foreignKeys: readonly string[]
}

type Mutate = (proposal: Proposal, around: Surroundings, random: RandomSource) => Proposal | null

/** A proposal with one fault; null where the fault cannot be made, or would leave the proposal good. */
export const mutate = (kind: Mutation, ...args: Parameters<Mutate>): Proposal | null => MUTATE[kind](...args)

const MUTATE: Readonly<Record<Mutation, Mutate>> = {
  'key-swapped': swapKey,
  'figure-changed': changeFigure,
  'denial-changed': changeDenial,
  'quote-moved': moveQuote,
  'second-right-option': addRightOption,
  'other-language': translate,
  invented: invent,
}

const isStatement = ({ type }: Proposal): boolean => type === 'true-false'

const pick = <T>(from: readonly T[], random: RandomSource): T | undefined => from[Math.floor(random() * from.length)]

/** The sentences that prove a proposal, as the gate sees them. */
function proofOf(proposal: Proposal, { recorded }: Surroundings): readonly Span[] {
  const located = locate(proposal, recorded)
  return 'draft' in located ? located.draft.evidence : []
}

const quoteOf = (proposal: Proposal, around: Surroundings): string =>
  proofOf(proposal, around)
    .map(({ start, end }) => around.recorded.document.text.slice(start, end))
    .join(' ')

const plain = (text: string): string => ` ${wordsOf(text).join(' ')} `
const isIn = (part: string, whole: string): boolean => plain(part).trim() !== '' && plain(whole).includes(plain(part))

/** "1874", "three", "Ada Quill" and "whale oil" are of four kinds. */
function answerKind(key: string): string {
  if (/^(?:1\d|20)\d\d$/.test(key)) return 'year'
  if (/\d/.test(key) || valueOfWord(key.toLowerCase()) !== null) return 'number'
  return /^(?:the )?\p{Lu}/u.test(key) ? 'name' : 'term'
}

const isSameAnswer = (answer: string, key: string, text: string): boolean =>
  matchText(answer, key, text) !== 'other' || matchNumber(answer, key, text) || isIn(answer, key) || isIn(key, answer)

/**
 * Another key of the same kind, first one that stands in the proof, else one of the document, else a wrong option. Good still, and
 * not counted: the key in other words, and what the proof lists beside it.
 */
function swapKey(proposal: Proposal, around: Surroundings, random: RandomSource): Proposal | null {
  const { type, key, stem, wrong } = proposal
  if (isStatement(proposal)) return { ...proposal, key: [key[0] === 'True' ? 'False' : 'True'] }
  if (type === 'ordering') return { ...proposal, key: [...key.slice(1), key[0] ?? ''] }
  if (type === 'matching') return swapSides(proposal)
  const at = Math.floor(random() * key.length)
  const old = key[at] ?? ''
  const quote = quoteOf(proposal, around)
  const { text } = around.recorded.document
  const candidates = [...new Set([...around.ownKeys, ...wrong.map((option) => option.text)])].filter(
    (other) =>
      answerKind(other) === answerKind(old) &&
      key.every(
        (entry) => !isSameAnswer(other, entry, text) && !listedWith(entry, quote).some((m) => isIn(other, m)),
      ) &&
      !isIn(other, stem),
  )
  const near = candidates.filter((other) => isIn(other, quote))
  const swapped = pick(near.length > 0 ? near : candidates, random)
  if (swapped === undefined) return null
  const others = wrong.map((option) => (option.text === swapped ? { ...option, text: old } : option))
  return { ...proposal, key: key.map((entry, n) => (n === at ? swapped : entry)), wrong: others }
}

function swapSides(proposal: Proposal): Proposal | null {
  const sides = proposal.key.map((line) => line.split(/ (?:→|->|–|=) /))
  const rights = sides.map((pair) => pair.at(-1) ?? '')
  if (sides.some((pair) => pair.length < 2) || rights[0] === rights[1]) return null
  const turned = [rights[1], rights[0], ...rights.slice(2)]
  return { ...proposal, key: sides.map(([left], n) => `${left} → ${turned[n]}`) }
}

const FIGURE = /\d+(?:[.,]\d+)*|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\p{L})/giu

/**
 * A figure of the stem, else of the key, changed for another of the document or by a digit. Good still, and not counted: a false
 * statement.
 */
function changeFigure(proposal: Proposal, around: Surroundings, random: RandomSource): Proposal | null {
  if (isStatement(proposal) && proposal.key[0] === 'False') return null
  const { stem, key } = proposal
  const inStem = pick(stem.match(FIGURE) ?? [], random)
  if (inStem !== undefined) {
    const changed = otherFigure(inStem, around, random)
    return changed === null ? null : { ...proposal, stem: stem.replace(inStem, changed) }
  }
  if (isStatement(proposal)) return null
  const at = key.findIndex((entry) => entry.match(FIGURE))
  const old = key[at]?.match(FIGURE)?.[0]
  const changed = old === undefined ? null : otherFigure(old, around, random)
  if (old === undefined || changed === null) return null
  return { ...proposal, key: key.map((entry, n) => (n === at ? entry.replace(old, changed) : entry)) }
}

function otherFigure(figure: string, { recorded }: Surroundings, random: RandomSource): string | null {
  const value = valueOfWord(figure.toLowerCase())
  if (value !== null && !/\d/.test(figure)) return numberInWords(value + 1 + Math.floor(random() * 3))
  const alike = (recorded.document.text.match(FIGURE) ?? []).filter(
    (other) => other !== figure && other.length === figure.length && /\d/.test(other),
  )
  const said = pick(alike, random)
  if (said !== undefined && random() < 0.5) return said
  const digit = Number(figure.at(-1))
  return `${figure.slice(0, -1)}${(digit + 1 + Math.floor(random() * 8)) % 10}`
}

const DENIAL = /(?<!\p{L})(?:(?:do|does|did|is|are|was|were|can|could) not|cannot|not|never|не|никогда)(?!\p{L})/iu
const VERB =
  /(?<!\p{L})(?:is|are|was|were|can|could|will|would|may|might|must|should|has|have|had|был[аои]?|является|является|стал[аои]?|может)(?!\p{L})/iu

/** A "not" dropped where the stem has one, else added after its verb. */
function changeDenial(proposal: Proposal): Proposal | null {
  const { stem } = proposal
  const denied = DENIAL.exec(stem)
  if (denied) {
    const said = denied[0].replace(/\s*(?:not|never|не|никогда)$/i, '').replace(/^can(?=not)/i, 'can')
    return {
      ...proposal,
      stem: (stem.slice(0, denied.index) + said + stem.slice(denied.index + denied[0].length))
        .replace(/\s+/g, ' ')
        .trim(),
    }
  }
  const verb = VERB.exec(stem)
  if (!verb || verb.index === 0) return null
  const isRussian = /\p{Script=Cyrillic}/u.test(verb[0])
  const turned = isRussian ? `не ${verb[0]}` : `${verb[0]} not`
  return { ...proposal, stem: stem.slice(0, verb.index) + turned + stem.slice(verb.index + verb[0].length) }
}

const PROVES = 0.8

/**
 * The number of another sentence: a neighbour, or the one most like the stem. Good still, and not counted: a sentence that has the
 * key and most words of the stem, or that shares its proof as members of one list do.
 */
function moveQuote(proposal: Proposal, around: Surroundings, random: RandomSource): Proposal | null {
  const { sentences } = around.recorded.window
  const own = proofOf(proposal, around)
  const asked = meaningfulWords(`${proposal.stem} ${isStatement(proposal) ? '' : proposal.key.join(' ')}`)
  const likeness = ({ text }: NumberedSentence) => shareIn(asked, meaningfulWords(text))
  const free = sentences.filter(
    (sentence) => !proposal.sentences.includes(sentence.number) && likeness(sentence) < PROVES && isElsewhere(sentence),
  )
  const near = free.filter(({ number }) => proposal.sentences.some((named) => Math.abs(named - number) === 1))
  const alike = [...free].sort((a, b) => likeness(b) - likeness(a))[0]
  const moved = random() < 0.5 ? (pick(near, random) ?? alike) : alike
  return moved ? { ...proposal, sentences: [moved.number], quote: '' } : null

  function isElsewhere(sentence: NumberedSentence): boolean {
    const proof = proofOf({ ...proposal, sentences: [sentence.number], quote: '' }, around)
    return !proof.some(({ start }) => own.some((span) => span.start === start))
  }
}

/** Another right answer among the wrong ones: what the proof lists with the key, the key in other words, or one of several keys. */
function addRightOption(proposal: Proposal, around: Surroundings, random: RandomSource): Proposal | null {
  const { type, key, wrong } = proposal
  if (type === 'multiple' && key.length > 2) {
    const at = Math.floor(random() * key.length)
    const also = { text: key[at] ?? '', why: wrong[0]?.why ?? '' }
    return { ...proposal, key: key.filter((_, n) => n !== at), wrong: [also, ...wrong.slice(1)] }
  }
  if (type !== 'choice') return null
  const [only = ''] = key
  const rights = [
    ...listedWith(only, quoteOf(proposal, around)).filter((m) => !isIn(m, proposal.stem)),
    ...inOtherWords(only),
  ]
  const right = pick(rights, random)
  if (right === undefined) return null
  return { ...proposal, wrong: [{ text: right, why: wrong[0]?.why ?? '' }, ...wrong.slice(1)] }
}

function inOtherWords(key: string): string[] {
  const value = valueOfWord(key.toLowerCase())
  const number = value !== null ? [String(value)] : (numberInWords(Number(key)) ?? [])
  const words = key.split(' ')
  const paraphrases =
    answerKind(key) === 'name' && words.length > 1
      ? [words.slice(1).join(' ')]
      : words.length > 1 && !/\d/.test(key)
        ? [`the ${key.replace(/^(?:the|an?) /i, '')}`, [...words.slice(1), words[0]].join(' ')]
        : []
  return [...acceptedAnswers(key), ...[number].flat(), ...paraphrases].filter(
    (other) => other.toLowerCase() !== key.toLowerCase(),
  )
}

/** Questions, statements and gaps in other languages about one word of the stem. */
const IN_OTHER_LANGUAGES: Readonly<Record<string, Readonly<Record<'question' | 'statement' | 'gap', string>>>> = {
  deu: {
    question: 'Welche Angabe macht der Abschnitt über %?',
    statement: 'Der Abschnitt handelt vor allem von % und den Folgen davon.',
    gap: 'Nach Angabe des Abschnitts gehört % ganz eng mit _____ zusammen.',
  },
  fra: {
    question: 'Que dit le passage au sujet de % dans cette partie ?',
    statement: 'Le passage parle surtout de % et de ses conséquences.',
    gap: 'Selon le passage, % est lié de très près avec _____.',
  },
  spa: {
    question: '¿Qué dice el pasaje sobre % en esta parte?',
    statement: 'El pasaje habla sobre todo de % y de sus consecuencias.',
    gap: 'Según el pasaje, % está unido muy de cerca con _____.',
  },
  rus: {
    question: 'Что в отрывке говорится о понятии %?',
    statement: 'В отрывке говорится прежде всего о понятии % и его последствиях.',
    gap: 'По отрывку, понятие % тесно связано со словом _____.',
  },
  kir: {
    question: 'Үзүндүдө % жөнүндө эмне деп айтылат?',
    statement: 'Үзүндүдө баарынан мурда % жана анын натыйжалары жөнүндө айтылат.',
    gap: 'Үзүндү боюнча % деген түшүнүк _____ менен тыгыз байланышкан.',
  },
  eng: {
    question: 'What does the passage say about % in this part?',
    statement: 'The passage is mostly about % and what follows from it.',
    gap: 'By the passage, % is closely tied to _____.',
  },
}

function translate(proposal: Proposal, { recorded }: Surroundings, random: RandomSource): Proposal | null {
  const { stem, type, key } = proposal
  const [frames] = inRandomOrder(Object.entries(IN_OTHER_LANGUAGES), random).filter(
    ([language]) => language !== recorded.document.language,
  )
  const word = meaningfulWords(stem)
    .filter((candidate) => !isIn(candidate, key.join(' ')))
    .sort((a, b) => b.length - a.length)[0]
  if (!frames || word === undefined || type === 'gaps') return null
  const form = isStatement(proposal) ? 'statement' : type === 'cloze' ? 'gap' : 'question'
  return { ...proposal, stem: frames[1][form].replace('%', word) }
}

/** A key of another document, or a quote that no sentence has. */
function invent(proposal: Proposal, around: Surroundings, random: RandomSource): Proposal | null {
  const { key, wrong } = proposal
  const { text } = around.recorded.document
  const at = Math.floor(random() * key.length)
  const old = key[at] ?? ''
  const strange = [...around.foreignKeys, ...wrong.map((option) => option.text)].filter((other) => !isIn(other, text))
  const invented =
    pick(
      strange.filter((other) => answerKind(other) === answerKind(old)),
      random,
    ) ?? pick(strange, random)
  if (invented === undefined) return null
  if (!isStatement(proposal) && proposal.type !== 'matching' && random() < 0.5)
    return {
      ...proposal,
      key: key.map((entry, n) => (n === at ? invented : entry)),
      wrong: wrong.filter((option) => option.text !== invented),
    }
  const quote = quoteOf(proposal, around)
  const words = quote.split(' ')
  const place = Math.floor(random() * words.length)
  const said = words.map((word, n) => (n === place ? invented : word)).join(' ')
  return { ...proposal, sentences: random() < 0.5 ? proposal.sentences : [], quote: said }
}
