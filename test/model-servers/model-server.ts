import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ModelServer = {
  /** For OPENAI_BASE_URL. */
  readonly url: string
  readonly close: () => Promise<void>
  /** What was asked, in order. */
  readonly requests: readonly ReceivedRequest[]
}

type ReceivedRequest = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: ChatBody | null
}

export type ChatBody = {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly response_format?: { readonly type: string }
  readonly stream?: boolean
  readonly [name: string]: unknown
}

/** Answers a chat; `asked` counts from 1. */
export type AnswerChat = (response: ServerResponse, body: ChatBody, asked: number) => void

/** A server of the chat protocol that lists the named models. */
export async function startModelServer(models: readonly string[], answerChat: AnswerChat): Promise<ModelServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : null
    const path = request.url ?? ''
    requests.push({ path, headers: request.headers, body })
    if (path === '/v1/models') sendJson(response, 200, { object: 'list', data: models.map((id) => ({ id })) })
    else if (path === '/v1/chat/completions') answerChat(response, body, requests.filter(({ body }) => body).length)
    else sendJson(response, 404, { error: { message: 'Not found', type: 'not_found' } })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
    requests,
  }
}

export const sendJson = (response: ServerResponse, status: number, body: unknown, headers = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

export const startStream = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream' })

export const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`

/** One part of a streamed reply; the last one has a reason to finish. */
export const part = (content: string, finish: string | null = null): string =>
  event({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content }, finish_reason: finish }] })

export const DONE = 'data: [DONE]\n\n'

export type Usage = { readonly prompt_tokens: number; readonly completion_tokens: number }

/** A reply as it should be: as a stream if that was asked for, else in one piece. */
export function sendReply(response: ServerResponse, content: string, usage: Usage, isStream = true): void {
  if (isStream) streamReply(response, content, usage)
  else {
    const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }]
    sendJson(response, 200, { object: 'chat.completion', choices, usage })
  }
}

function streamReply(response: ServerResponse, content: string, usage: Usage): void {
  startStream(response)
  for (let at = 0; at < content.length; at += PART_CHARACTERS)
    response.write(part(content.slice(at, at + PART_CHARACTERS)))
  response.write(part('', 'stop'))
  response.write(event({ object: 'chat.completion.chunk', choices: [], usage }))
  response.end(DONE)
}

const PART_CHARACTERS = 200
