import { z } from 'zod'
import { withoutThinking } from '../core/shared/without-thinking'
import { failed, failureOfErrorObject, type ModelFailure } from './failure'

/** Of the content of a reply; a model that repeats itself without end is cut here. */
export const MOST_CONTENT_BYTES = 256 * 1024

export type Reply = {
  readonly kind: 'reply'
  readonly content: string
  /** Null where the server does not say. */
  readonly usage: { readonly promptTokens: number; readonly completionTokens: number } | null
  /** `length`: the content ends where the limit of tokens was. */
  readonly finish: 'stop' | 'length'
}

const Message = z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish()

/** A part of a stream has a `delta`, a reply in one piece a `message`. */
const Chunk = z.object({
  error: z.unknown().optional(),
  object: z.string().nullish(),
  choices: z.array(z.object({ delta: Message, message: Message, finish_reason: z.string().nullish() })).nullish(),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
})

type Collected = {
  parts: string[]
  bytes: number
  isRefused: boolean
  finish: string | null
  isDone: boolean
  usage: Reply['usage']
}

/**
 * Reads a reply of the chat protocol: server-sent events, or one JSON object, whatever the content type says. Calls `sawToken`
 * for each part of it. Stops reading as soon as the reply is complete or cannot become one.
 */
export async function readReply(
  body: AsyncIterable<Uint8Array>,
  sawToken: () => void = () => undefined,
): Promise<Reply | ModelFailure> {
  const collected: Collected = { parts: [], bytes: 0, isRefused: false, finish: null, isDone: false, usage: null }
  for await (const data of readData(body)) {
    sawToken()
    const failure = collect(collected, data)
    if (failure) return failure
    if (collected.isDone) break
  }
  return conclude(collected)
}

/** The data of each event; or the whole body, where it does not begin as events do. */
async function* readData(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // It joins characters that are split between chunks, and leaves a byte order mark out.
  const decoder = new TextDecoder()
  let start = ''
  let rest = ''
  for await (const bytes of body) {
    const [first = '', ...lines] = decoder.decode(bytes, { stream: true }).split('\n')
    start ||= [first, ...lines].join('').trim().slice(0, 1)
    rest += first
    if (lines.length === 0) continue
    if (isWhole(start)) {
      rest += lines.join('\n')
      continue
    }
    yield* [rest, ...lines.slice(0, -1)].flatMap(dataOfLine)
    rest = lines.at(-1) ?? ''
  }
  yield* isWhole(start) ? [rest] : dataOfLine(rest)
}

/** The lines of an event stream begin with a colon, or with `data`, `event`, `id` or `retry`. */
const isWhole = (start: string) => !':deir'.includes(start)

/** Each event of this protocol has one line of data. Other fields and comments, which keep a connection open, say nothing. */
const dataOfLine = (line: string): string[] =>
  line.startsWith('data:') ? [line.slice('data:'.length).trim()].filter(Boolean) : []

function collect(collected: Collected, data: string): ModelFailure | null {
  if (data === '[DONE]') {
    collected.isDone = true
    return null
  }
  const chunk = parseChunk(data)
  if (!chunk) return failed('bad-reply', 'not-the-protocol')
  if (chunk.error) return failureOfErrorObject(chunk.error)
  if (chunk.object === 'error') return failureOfErrorObject(JSON.parse(data))
  if (chunk.usage) {
    collected.usage = { promptTokens: chunk.usage.prompt_tokens, completionTokens: chunk.usage.completion_tokens }
  }
  const [choice] = chunk.choices ?? []
  const message = choice?.delta ?? choice?.message
  if (message?.refusal) collected.isRefused = true
  collected.finish = choice?.finish_reason ?? collected.finish
  return append(collected, message?.content ?? '')
}

function parseChunk(data: string): z.infer<typeof Chunk> | null {
  try {
    return Chunk.safeParse(JSON.parse(data)).data ?? null
  } catch {
    return null
  }
}

function append(collected: Collected, content: string): ModelFailure | null {
  collected.parts.push(content)
  collected.bytes += Buffer.byteLength(content)
  return collected.bytes > MOST_CONTENT_BYTES ? failed('too-large', 'content') : null
}

function conclude({ parts, isRefused, finish, isDone, usage }: Collected): Reply | ModelFailure {
  if (isRefused || finish === 'content_filter') return failed('declined', finish ?? 'refusal')
  if (!finish && !isDone) return failed('cut-off', 'no-end')
  const content = withoutThinking(parts.join(''))
  if (content === '') return failed('empty-reply')
  return { kind: 'reply', content, usage, finish: finish === 'length' ? 'length' : 'stop' }
}
