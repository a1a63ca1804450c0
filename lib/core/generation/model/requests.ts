import { z } from 'zod'
import { hashText } from '../../document/hash-text'
import { estimateTokens } from '../../shared/estimate-tokens'
import { withoutThinking } from '../../shared/without-thinking'
import type { ModelRequest, ModelStage } from '../finder'
import { PROPOSAL_NAMES, readObjects } from '../read-reply'
import { PROMPT_VERSION, PROPOSE_SYSTEM, READER_SYSTEM } from './prompts'

/** The context of the smallest model that must work, with room for what a chat template adds. */
const CONTEXT_TOKENS = 4_096
const TEMPLATE_TOKENS = 80
const LEAST_REPLY_TOKENS = 256
const MOST_REPLY_TOKENS = 2_600

/** A request whose prompt and reply fit into the context together. */
export function makeRequest(stage: ModelStage, content: string): ModelRequest {
  const system = stage === 'propose' ? PROPOSE_SYSTEM : READER_SYSTEM
  const left = CONTEXT_TOKENS - TEMPLATE_TOKENS - estimateTokens(system) - estimateTokens(content)
  return {
    stage,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content },
    ],
    schema: SCHEMAS[stage],
    mostTokens: Math.max(LEAST_REPLY_TOKENS, Math.min(MOST_REPLY_TOKENS, left)),
  }
}

/** What a reply is kept by: the same model, prompts and request give the same hash. */
export function requestHash(model: string, { stage, messages, schema, mostTokens }: ModelRequest): string {
  return hashText(JSON.stringify([model, PROMPT_VERSION, stage, messages, schema, mostTokens]))
}

type Schema = Readonly<Record<string, unknown>>
const TEXT: Schema = { type: 'string' }
const NUMBER: Schema = { type: 'integer' }
const listOf = (items: Schema): Schema => ({ type: 'array', items })

/** Every property is required and none may be added, as strict schemas want. */
function objectOf(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

const TYPE_NAMES = [
  'choice',
  'multiple',
  'short-answer',
  'numeric',
  'cloze',
  'gaps',
  'true-false',
  'flashcard',
  'matching',
  'ordering',
]
const ANSWERS = { n: NUMBER, answers: listOf(TEXT) }

const SCHEMAS: Readonly<Record<ModelStage, Schema>> = {
  propose: objectOf({
    items: listOf(
      objectOf({
        sentences: listOf(NUMBER),
        type: { type: 'string', enum: TYPE_NAMES },
        question: TEXT,
        answers: listOf(TEXT),
        also: listOf(TEXT),
        wrong: listOf(objectOf({ text: TEXT, why: TEXT })),
      }),
    ),
  }),
  'answer-with-text': objectOf({ answers: listOf(objectOf({ ...ANSWERS, sentence: NUMBER })) }),
  'answer-without-text': objectOf({ answers: listOf(objectOf(ANSWERS)) }),
  elsewhere: objectOf({ answers: listOf(objectOf(ANSWERS)) }),
  refute: objectOf({
    items: listOf(
      objectOf({ n: NUMBER, right: listOf(TEXT), wrong: listOf(objectOf({ option: TEXT, why: TEXT, quote: TEXT })) }),
    ),
  }),
}

const Text = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim())
const Texts = z.union([z.array(Text), Text.transform((text) => [text])])

const AnswerEntry = z
  .object({
    n: z.coerce.number(),
    answers: Texts.optional(),
    answer: Texts.optional(),
    sentence: z.coerce.number().catch(0).optional(),
  })
  .transform(({ n, answers, answer, sentence }) => ({ n, answers: answers ?? answer ?? [], sentence: sentence ?? 0 }))
export type AnswerEntry = z.infer<typeof AnswerEntry>

const RefutedEntry = z.object({
  n: z.coerce.number(),
  right: Texts,
  wrong: z.array(z.object({ option: Text, why: Text.catch(''), quote: Text.catch('') })).catch([]),
})
export type RefutedEntry = z.infer<typeof RefutedEntry>

/** Whether a reply has what was asked for, if only an empty list: the beginning of an object of that form. */
export function isReadable({ stage }: ModelRequest, reply: string): boolean {
  const names = stage === 'propose' ? ['items', ...PROPOSAL_NAMES] : ['items', 'answers', 'n']
  const begin = new RegExp(`\\{\\s*["“”'«]?(?:${names.join('|')})["“”'»]?\\s*:|\\[\\s*\\]`, 'i')
  return begin.test(withoutThinking(reply))
}

export const readAnswers = (reply: string): readonly AnswerEntry[] => readObjects(reply, ['n'], AnswerEntry).entries
export const readRefuted = (reply: string): readonly RefutedEntry[] => readObjects(reply, ['n'], RefutedEntry).entries
