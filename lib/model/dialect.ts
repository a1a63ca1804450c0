type ChatMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }

export type ChatRequest = {
  readonly messages: readonly ChatMessage[]
  /** What the reply should look like; null asks for text. The messages must say it as well: not every server reads it. */
  readonly schema: Readonly<Record<string, unknown>> | null
  readonly mostTokens: number
}

export type ReplyFormat = 'schema' | 'json' | 'text'

/** What a server takes for a model. Servers that call themselves compatible differ in this. */
export type Dialect = {
  readonly format: ReplyFormat
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens'
  readonly hasTemperature: boolean
  readonly hasUsage: boolean
}

export const FIRST_DIALECT: Dialect = {
  format: 'schema',
  tokenLimit: 'max_tokens',
  hasTemperature: true,
  hasUsage: true,
}

// Low, so that a reply keeps to its text; not 0, where small models repeat themselves without end.
const TEMPERATURE = 0.3

/** The format that a request asks for. */
export const formatOf = ({ schema }: ChatRequest, dialect: Dialect): ReplyFormat => (schema ? dialect.format : 'text')

/** The body of a request. Recordings are found by its model, messages and response format. */
export function writeBody(model: string, request: ChatRequest, dialect: Dialect): Record<string, unknown> {
  const responseFormat = {
    schema: { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema: request.schema } },
    json: { type: 'json_object' },
    text: null,
  }[formatOf(request, dialect)]
  return {
    model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    ...(responseFormat ? { response_format: responseFormat } : {}),
    [dialect.tokenLimit]: request.mostTokens,
    ...(dialect.hasTemperature ? { temperature: TEMPERATURE } : {}),
    stream: true,
    ...(dialect.hasUsage ? { stream_options: { include_usage: true } } : {}),
  }
}

// 500 and 501 too: llama.cpp answers so when it cannot make a grammar of a schema.
const REFUSALS = [400, 422, 500, 501]

type Step = { readonly named: RegExp; readonly next: (dialect: Dialect, sent: ReplyFormat) => Dialect | null }

const STEPS: readonly Step[] = [
  {
    named: /max_completion_tokens/,
    next: (dialect) =>
      dialect.tokenLimit === 'max_tokens' ? { ...dialect, tokenLimit: 'max_completion_tokens' } : null,
  },
  {
    named: /stream_options|include_usage/,
    next: (dialect) => (dialect.hasUsage ? { ...dialect, hasUsage: false } : null),
  },
  {
    named: /temperature/,
    next: (dialect) => (dialect.hasTemperature ? { ...dialect, hasTemperature: false } : null),
  },
  {
    named: /response_format|json_schema|json_object|json mode|structured|grammar|schema/i,
    next: (dialect, sent) => (sent === 'text' ? null : { ...dialect, format: sent === 'schema' ? 'json' : 'text' }),
  },
]

/** The next dialect to try if the refusal names a part of the request, else null. No step is taken back, so they end. */
export function adaptDialect(
  dialect: Dialect,
  sent: ReplyFormat,
  refusal: { status: number; body: string },
): Dialect | null {
  if (!REFUSALS.includes(refusal.status)) return null
  for (const { named, next } of STEPS) {
    const adapted = named.test(refusal.body) ? next(dialect, sent) : null
    if (adapted) return adapted
  }
  return null
}
