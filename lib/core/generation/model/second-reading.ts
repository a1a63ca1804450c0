import { type FindingCode, finding } from '../../check/check-result'
import { meaningfulWords, shareIn } from '../../check/words-of-languages'
import type { StructuredDocument } from '../../document/document'
import { contentKey } from '../../fact/content-key'
import { saysWords } from '../../grading/tokenise'
import { choice } from '../../question-types/choice/choice'
import { type ItemType, isArrangement, isStatement } from '../../question-types/registry'
import { estimateTokens } from '../../shared/estimate-tokens'
import { letterOf } from '../../shared/option-rows'
import { seedOf, shuffled } from '../../shared/random'
import type { Draft, WrongOption } from '../draft'
import type { ModelReply, ModelRequest, SecondReadingStage } from '../finder'
import type { RefusalCode } from '../refusal'
import { type NumberedSentence, sentencesToAsk } from '../sentences-to-ask'
import { nearestSentences } from './nearest-sentences'
import {
  answerElsewhere,
  answerWithoutText,
  answerWithText,
  type Passage,
  refuteOptions,
  writePassage,
} from './prompts'
import { type AnswerEntry, makeRequest, type RefutedEntry, readAnswers, readRefuted } from './requests'
import { isAnswer } from './same-answer'

/** What a stage makes of a draft: the draft, perhaps with another score, or why it is refused. */
type Verdict = { readonly draft: Draft } | { readonly refused: RefusalCode; readonly draft: Draft }

/** The requests of one stage, and what their replies say of its drafts. A stage says nothing of a draft that is not its own. */
export type StageRequests = {
  readonly stage: SecondReadingStage
  readonly requests: readonly ModelRequest[]
  judge(draft: Draft, replies: readonly ModelReply[]): Verdict
}

const SKIPPED = 0.05
const BONUS = 0.1

/** Answers the questions from the text, without their keys. Those left unanswered or answered otherwise are refused. */
export function withTextStage(drafts: readonly Draft[], passage: Passage, document: StructuredDocument): StageRequests {
  const text = writePassage(passage)
  const groups = groupsOf(drafts)
  return {
    stage: 'answer-with-text',
    requests: groups.map((group) => makeRequest('answer-with-text', answerWithText(text, questionsOf(group, false)))),
    judge(draft, replies) {
      const found = answerTo(draft, groups, replies)
      return found === null
        ? { draft: { ...draft, doubts: [...draft.doubts, finding('not-reread')] } }
        : judgeAnswer(draft, found, document)
    },
  }
}

/** The same answer, from the same sentence or from words that the proof has. */
function judgeAnswer(draft: Draft, found: AnswerEntry | undefined, document: StructuredDocument): Verdict {
  if (found === undefined || isUnknown(found)) return { refused: 'not-answerable', draft }
  const isSame = isFromProof(found.sentence, draft, document)
  if (!isAnswer(found.answers, draft, document.text) || !(isSame || isProvenByWords(draft, document)))
    return { refused: 'answered-otherwise', draft }
  return { draft: settle({ ...draft, score: draft.score + (isSame ? BONUS : 0) }, SETTLED_BY.answer) }
}

/** Doubts that are answered: by one right answer from the text, by the key as the only right option. */
const SETTLED_BY = {
  answer: ['key-not-specific', 'key-too-general', 'listed-with-others'],
  refuted: ['option-listed-with-key', 'option-overlaps-key', 'option-said-of-subject'],
} as const satisfies Readonly<Record<string, readonly FindingCode[]>>

const settle = (draft: Draft, codes: readonly FindingCode[]): Draft => ({
  ...draft,
  settled: [...(draft.settled ?? []), ...codes],
})

/** Answers the questions without the text: a choice or a statement that gives itself away is refused, others are worth less. */
export function withoutTextStage(drafts: readonly Draft[], document: StructuredDocument): StageRequests {
  const groups = groupsOf(drafts)
  return {
    stage: 'answer-without-text',
    requests: groups.map((group) => makeRequest('answer-without-text', answerWithoutText(questionsOf(group, true)))),
    judge(draft, replies) {
      const found = answerTo(draft, groups, replies)
      if (found === null) return { draft: { ...draft, score: draft.score - SKIPPED } }
      const isGuessed = found !== undefined && !isUnknown(found) && isAnswer(found.answers, draft, document.text)
      if (!isGuessed) return { draft }
      return draft.type === 'choice' || isStatement(draft.type)
        ? { refused: 'guessable', draft }
        : { draft: { ...draft, score: draft.score - 2 * BONUS } }
    },
  }
}

const QUESTIONS_ELSEWHERE = 5
/** Of the sentences under the questions of one request. */
const TOKENS_ELSEWHERE = 3_000

/** Asked without options: other sentences could answer it. */
const isOpen = (type: ItemType): boolean => !isStatement(type) && !isArrangement(type) && type !== 'multiple'

/** Asks the rest of the document: a question that it answers in another way has two answers. */
export function elsewhereStage(drafts: readonly Draft[], document: StructuredDocument): StageRequests {
  const asked = drafts.flatMap((draft) => {
    const sentences = !isOpen(draft.type) ? [] : nearestSentences(draft.stem, draft.evidence, document)
    return sentences.length > 0 ? [{ draft, sentences }] : []
  })
  const groups: (typeof asked)[] = []
  let tokens = 0
  for (const entry of asked) {
    const cost = estimateTokens(entry.sentences.map(({ text }) => text).join('\n'))
    const last = groups.at(-1)
    const isFull = !last || last.length === QUESTIONS_ELSEWHERE || tokens + cost > TOKENS_ELSEWHERE
    if (isFull) groups.push([entry])
    else last.push(entry)
    tokens = isFull ? cost : tokens + cost
  }
  const write = (group: typeof asked) =>
    group
      .map(
        ({ draft, sentences }, at) =>
          `${at + 1}. ${draft.stem} (known: ${draft.key.join('; ')})\n${sentences.map(({ text }) => `   - ${text}`).join('\n')}`,
      )
      .join('\n')
  return {
    stage: 'elsewhere',
    requests: groups.map((group) => makeRequest('elsewhere', answerElsewhere(write(group)))),
    judge(draft, replies) {
      const entry = asked.find((each) => isSameDraft(each.draft, draft))
      if (!entry) return { draft }
      const at = groups.findIndex((group) => group.includes(entry))
      const number = (groups[at]?.indexOf(entry) ?? -1) + 1
      const found = readAnswers(replies[at] ?? '').find(({ n }) => n === number)
      if (!found) return { draft: { ...draft, score: draft.score - SKIPPED } }
      const { sentences } = entry
      const isOther = !isUnknown(found) && isStated(found, sentences) && !isAnswer(found.answers, draft, document.text)
      return isOther ? { refused: 'another-answer', draft } : { draft }
    },
  }
}

const QUESTIONS_REFUTED = 4

/** Judges every option: exactly the key is right. Reasons for wrong options are taken where the draft has none. */
export function refuteStage(drafts: readonly Draft[], passage: Passage, document: StructuredDocument): StageRequests {
  const text = writePassage(passage)
  const groups = chunks(
    drafts.filter(({ type }) => type === 'choice' || type === 'multiple'),
    QUESTIONS_REFUTED,
  )
  const write = (group: readonly Draft[]) =>
    group.map((draft, at) => `${at + 1}. ${draft.stem}\n${lettered(optionsOf(draft, 'refute'))}`).join('\n')
  return {
    stage: 'refute',
    requests: groups.map((group) => makeRequest('refute', refuteOptions(text, write(group)))),
    judge(draft, replies) {
      const at = groups.findIndex((group) => group.some((member) => isSameDraft(member, draft)))
      if (at < 0) return { draft }
      const reply = replies[at]
      const place = groups[at]?.findIndex((member) => isSameDraft(member, draft)) ?? -1
      const found = reply ? readRefuted(reply).find(({ n }) => n === place + 1) : undefined
      if (!found) return { draft: { ...draft, score: draft.score - SKIPPED } }
      return judgeRefuted(draft, found, document)
    },
  }
}

function judgeRefuted(draft: Draft, found: RefutedEntry, document: StructuredDocument): Verdict {
  const options = optionsOf(draft, 'refute')
  const right = found.right.flatMap((letter) => optionAt(letter, options) ?? [])
  if (!draft.key.every((key) => right.includes(key))) return { refused: 'answered-otherwise', draft }
  if (right.some((option) => !draft.key.includes(option))) return { refused: 'option-also-right', draft }
  const wrong = draft.wrong.map((option): WrongOption => {
    const said = found.wrong.find((entry) => optionAt(entry.option, options) === option.text)
    const quoted =
      said && said.quote !== '' ? sentencesToAsk(document).find(({ text }) => text.includes(said.quote)) : undefined
    return { ...option, reason: option.reason || said?.why || '', evidence: quoted?.span ?? option.evidence }
  })
  return { draft: settle({ ...draft, wrong, score: draft.score + BONUS }, SETTLED_BY.refuted) }
}

function optionAt(said: string, options: readonly string[]): string | undefined {
  const letter = /^\(?([A-H])(?:[).:]|$|\s)/.exec(said)?.[1]
  return letter === undefined ? options.find((option) => option === said) : options[letter.charCodeAt(0) - 65]
}

/** A stage changes the score of a draft and what is said of its options, never these. */
const isSameDraft = (left: Draft, right: Draft): boolean => left.type === right.type && left.stem === right.stem

/** Questions in an order of their own, none of which answers another of its group. */
function groupsOf(drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const groups: Draft[][] = []
  for (const draft of shuffled(drafts, seedOf(contentKey(...drafts.map(({ stem }) => stem))))) {
    const group = groups.find(
      (members) =>
        members.length < MOST_TOGETHER && members.every((member) => !tells(member, draft) && !tells(draft, member)),
    )
    if (group) group.push(draft)
    else groups.push([draft])
  }
  return groups
}
const MOST_TOGETHER = 12

function tells(seen: Draft, asked: Draft): boolean {
  if (seen.stem === asked.stem) return true
  if (isStatement(asked.type)) return isStatement(seen.type) && seen.evidence[0]?.start === asked.evidence[0]?.start
  const shown = [seen.stem, ...(isArrangement(seen.type) ? seen.key : [])].join(' ')
  return asked.key.some((key) => saysWords(shown, key))
}

/** Questions with their numbers; options where the question needs them, or where guessing is tried. */
function questionsOf(group: readonly Draft[], withOptions: boolean): string {
  return group.map((draft, at) => `${at + 1}. ${askedForm(draft, withOptions)}`).join('\n')
}

function askedForm(draft: Draft, withOptions: boolean): string {
  const { type, stem, key } = draft
  if (isStatement(type)) return `True or False: ${stem}`
  if (type === 'ordering') return `${stem} Entries: ${shuffled(key, seedOf(contentKey(stem))).join('; ')}`
  if (type === 'matching') {
    const lefts = key.map((line) => line.split(' → ')[0] ?? '')
    const rights = shuffled(
      key.map((line) => line.split(' → ').at(-1) ?? ''),
      seedOf(contentKey(stem)),
    )
    return `${stem} Left: ${lefts.join('; ')}. Right: ${rights.join('; ')}. Write "left → right" for each.`
  }
  const needsOptions =
    draft.wrong.length > 0 && (withOptions || type === 'multiple' || choice.isCardStem?.(stem) === false)
  return needsOptions ? `${stem} Options: ${optionsOf(draft, withOptions ? 'without' : 'with').join('; ')}` : stem
}

/** The options of a draft in an order that depends on the stage. */
const optionsOf = ({ stem, key, wrong }: Draft, stage: string): readonly string[] =>
  shuffled([...key, ...wrong.map(({ text }) => text)], seedOf(contentKey(stage, stem)))

const lettered = (options: readonly string[]): string =>
  options.map((option, at) => `   ${letterOf(at)}. ${option}`).join('\n')

/** The answer to a draft's question: null where the stage was skipped, undefined where the reply leaves it out. */
function answerTo(
  draft: Draft,
  groups: readonly (readonly Draft[])[],
  replies: readonly ModelReply[],
): AnswerEntry | null | undefined {
  const at = groups.findIndex((group) => group.some((member) => isSameDraft(member, draft)))
  const reply = replies[at]
  const answers = reply ? readAnswers(reply) : []
  if (answers.length === 0) return null
  const place = groups[at]?.findIndex((member) => isSameDraft(member, draft)) ?? -1
  return answers.find(({ n }) => n === place + 1)
}

const isUnknown = ({ answers }: AnswerEntry): boolean =>
  answers.length === 0 ||
  answers.every((answer) => /^(?:\?+|unknown|not (?:stated|given|answered).*|n\/a|none|-)?$/i.test(answer))

function isFromProof(number: number, draft: Draft, document: StructuredDocument): boolean {
  const said = sentencesToAsk(document)[number - 1]
  return said !== undefined && draft.evidence.some(({ start, end }) => said.span.start < end && start < said.span.end)
}

const PROVEN = 0.5

const isProvenByWords = ({ stem, explanation }: Draft, { title }: StructuredDocument): boolean =>
  shareIn(meaningfulWords(stem), meaningfulWords(`${explanation} ${title}`)) >= PROVEN

/** A model may invent an answer; only one that stands in the sentences counts. */
const isStated = ({ answers }: AnswerEntry, sentences: readonly NumberedSentence[]): boolean =>
  answers.every((answer) => sentences.some(({ text }) => saysWords(text, answer)))

function chunks<T>(entries: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, at) => entries.slice(at * size, (at + 1) * size))
}
